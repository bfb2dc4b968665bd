// compare_print.c: a comparison as a table, as JSON and as a page with a plot.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "inspect/compare.h"

double way_median(const Way *w)
{
    if (w->n_runs == 0)
        return -1;
    int half = w->n_runs / 2;
    return w->n_runs % 2 ? w->seconds[half] : (w->seconds[half - 1] + w->seconds[half]) / 2;
}

// From the user's order to the last line of output: compiling is part of it where every call compiles anew.
static double way_total(const Way *w, const Comparison *c)
{
    double m = way_median(w);
    return c->built >= 0 && w == &c->ways[c->built] ? m + w->compile : m;
}

// Running alone: what is left of a run without start and compiling.
static double way_run(const Way *w, const Comparison *c)
{
    double m = way_median(w);
    if (m < 0 || w->start < 0)
        return -1;
    m -= w->start;
    if (w->compile > 0 && !(c->built >= 0 && w == &c->ways[c->built]))
        m -= w->compile;
    return m > 0 ? m : 0;
}

double compare_pays_from(const Comparison *c, double *calls)
{
    *calls = 0;
    if (c->interpreted < 0 || c->built < 0)
        return -1;
    const Way *i = &c->ways[c->interpreted], *b = &c->ways[c->built];
    double slow = way_median(i), fast = way_median(b);
    if (slow <= 0 || fast <= 0 || slow <= fast)
        return -1;
    *calls = ceil(b->compile / (slow - fast));
    double run = way_run(i, c), quick = way_run(b, c);
    if (run <= 0 || quick < 0 || quick >= run)
        return -1;
    // t seconds interpreted are t * quick / run compiled: they are even where the saving is the price.
    double price = b->compile + b->start - (slow - run);
    return price > 0 ? price / (1 - quick / run) : 0;
}

static void put_ms(FILE *out, int width, double seconds)
{
    if (seconds < 0)
        fprintf(out, "%*s", width, "-");
    else
        fprintf(out, "%*.1f", width, seconds * 1e3);
}

static void put_verdict(const Comparison *c, const char *between, FILE *out)
{
    double calls, from = compare_pays_from(c, &calls);
    if (c->built < 0)
        fprintf(out, "Without a go command there is nothing to say about compiling.");
    else if (calls > 0)
        fprintf(out, "Compiling pays from call %.0f of this program on", calls);
    else
        fprintf(out, "Compiling never pays for this program: interpreted, it is as fast as compiled");
    if (from > 0)
        fprintf(out, ";%sin a single call, when it runs longer than %.2f s interpreted", between, from);
    if (c->built >= 0)
        fprintf(out, ".");
}

// What is special about a way, or "": its note, its status, its output.
static void put_notes(const Way *w, char *notes, size_t size)
{
    char status[32] = "";
    bool failed = w->n_runs > 0 && w->status != 0;
    if (failed)
        snprintf(status, sizeof status, "%sexit status %d", w->note ? "; " : "", w->status);
    snprintf(notes, size, "%s%s%s%s", w->note ? w->note : "", status, !w->same_output && (w->note || failed) ? "; " : "",
             w->same_output ? "" : "prints something else");
}

static void put_row(const Comparison *c, const Way *w, FILE *out)
{
    char spread[48];
    put_ms(out, 8, w->start);
    put_ms(out, 9, w->compile);
    put_ms(out, 9, way_run(w, c));
    put_ms(out, 9, way_total(w, c));
    snprintf(spread, sizeof spread, w->n_runs > 1 ? "%.1f-%.1f" : "-", w->seconds[0] * 1e3, w->seconds[w->n_runs - 1] * 1e3);
    fprintf(out, "%17s %8.1f %5d\n", spread, (double)w->peak_kb / 1024, w->n_runs);
}

// 80 columns wide, unless times are of minutes.
void compare_print(const Comparison *c, FILE *out)
{
    fprintf(out, "%s, times in ms, medians\n\n%-13s%8s%9s%9s%9s%17s %8s %5s\n", c->program, "", "start", "compile", "run", "total",
            "spread of runs", "peak MB", "runs");
    for (int i = 0; i < c->n; i++) {
        const Way *w = &c->ways[i];
        char notes[128];
        put_notes(w, notes, sizeof notes);
        fprintf(out, "%-13s", w->name);
        if (w->n_runs > 0)
            put_row(c, w, out);
        if (w->n_runs == 0 || notes[0])
            fprintf(out, w->n_runs == 0 ? "   %s\n" : "  (%s)\n", notes);
    }
    fputc('\n', out);
    put_verdict(c, "\n", out);
    fputc('\n', out);
}

static void put_json_text(FILE *out, const char *s)
{
    fputc('"', out);
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            fprintf(out, "\\%c", *s);
        else if ((unsigned char)*s < ' ')
            fprintf(out, "\\u%04x", (unsigned)*s);
        else
            fputc(*s, out);
    }
    fputc('"', out);
}

static void put_json_seconds(FILE *out, const char *key, double v)
{
    if (v < 0)
        fprintf(out, ",\"%s\":null", key);
    else
        fprintf(out, ",\"%s\":%.6f", key, v);
}

void compare_print_json(const Comparison *c, FILE *out)
{
    fprintf(out, "{\"program\":");
    put_json_text(out, c->program);
    fprintf(out, ",\"ways\":[");
    for (int i = 0; i < c->n; i++) {
        const Way *w = &c->ways[i];
        fprintf(out, "%s{\"name\":", i ? "," : "");
        put_json_text(out, w->name);
        put_json_seconds(out, "start", w->start);
        put_json_seconds(out, "compile", w->compile);
        put_json_seconds(out, "run", way_run(w, c));
        put_json_seconds(out, "total", way_total(w, c));
        fprintf(out, ",\"peak_kb\":%ld,\"status\":%d,\"same_output\":%s,\"seconds\":[", w->peak_kb, w->status, w->same_output ? "true" : "false");
        for (int k = 0; k < w->n_runs; k++)
            fprintf(out, "%s%.6f", k ? "," : "", w->seconds[k]);
        fprintf(out, "]}");
    }
    double calls, from = compare_pays_from(c, &calls);
    fprintf(out, "],\"pays_from_call\":%.0f", calls);
    put_json_seconds(out, "pays_from", from);
    fprintf(out, "}\n");
}

static void put_html_text(FILE *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '<')
            fputs("&lt;", out);
        else if (*s == '>')
            fputs("&gt;", out);
        else if (*s == '&')
            fputs("&amp;", out);
        else if (*s == '"')
            fputs("&quot;", out);
        else
            fputc(*s, out);
    }
}

static void put_time(FILE *out, double seconds)
{
    if (seconds < 10)
        fprintf(out, "%.*f ms", seconds < 0.1 ? 1 : 0, seconds * 1e3);
    else
        fprintf(out, "%.1f s", seconds);
}

// Where a way's bar and spread end.
static double way_end(const Way *w, const Comparison *c, int i)
{
    double build = i == c->built && w->compile > 0 ? w->compile : 0;
    return w->n_runs > 0 ? fmax(way_total(w, c), build + w->seconds[w->n_runs - 1]) : 0;
}

static int by_time(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// The time that fills the whole width. The longest way, or the longest two of four and more, are cut off there if they take far longer
// than the others: a cold build cache, and a slow linker.
static double bars_scale(const Comparison *c)
{
    double ends[COMPARE_MAX_WAYS];
    for (int i = 0; i < c->n; i++)
        ends[i] = way_end(&c->ways[i], c, i);
    qsort(ends, (size_t)c->n, sizeof *ends, by_time);
    int n_cut = c->n >= 4 ? 2 : 1;
    for (int i = c->n - 2; i >= 0 && i >= c->n - 1 - n_cut; i--)
        if (ends[i] > 0 && ends[i + 1] > 3 * ends[i])
            return 1.25 * ends[i];
    return ends[c->n - 1];
}

enum { BARS_LEFT = 130, BARS_WIDTH = 560, BARS_ROW = 40 };

static void put_bar(const Comparison *c, int i, double most, FILE *out)
{
    const Way *w = &c->ways[i];
    int y = i * BARS_ROW + 8;
    double total = way_total(w, c), start = fmax(0, w->start), compile = fmax(0, w->compile);
    if (start + compile > total)
        start = fmax(0, total - compile);
    double parts[3] = {start, compile, total - start - compile}, x = BARS_LEFT, scale = BARS_WIDTH / most, right = BARS_LEFT + BARS_WIDTH;
    static const char *const shades[3] = {"start", "compile", "run"};
    for (int k = 0; k < 3; k++) {
        double width = fmin(fmax(0, parts[k] * scale), right - x);
        if (width > 0)
            fprintf(out, "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"26\"/>\n", shades[k], x, y, width);
        x += width;
    }
    double before = i == c->built ? compile : 0;
    double low = BARS_LEFT + (before + w->seconds[0]) * scale, high = BARS_LEFT + (before + w->seconds[w->n_runs - 1]) * scale;
    if (total > most)
        fprintf(out, "<path class=\"cut\" d=\"M%.1f %dl8 -34h8l-8 34z\"/>\n", right - 40, y + 30);
    else if (w->n_runs > 1)
        fprintf(out, "<path class=\"spread\" d=\"M%.1f %dv8m0 -4H%.1fm0 -4v8\"/>\n", low, y + 9, high);
    fprintf(out, "<text x=\"%.1f\" y=\"%d\">", fmin(fmax(x, high), right) + 8, y + 18);
    put_time(out, total);
    fprintf(out, "</text>\n");
}

// Bars of the whole time, its parts in three shades, a line for the spread.
static void put_bars(const Comparison *c, FILE *out)
{
    double most = bars_scale(c);
    fprintf(out, "<div class=\"wide\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"total time of each way\">\n",
            BARS_LEFT + BARS_WIDTH + 110, c->n * BARS_ROW + 10);
    for (int i = 0; i < c->n && most > 0; i++) {
        fprintf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", BARS_LEFT - 10, i * BARS_ROW + 26);
        put_html_text(out, c->ways[i].name);
        fprintf(out, "</text>\n");
        if (c->ways[i].n_runs > 0)
            put_bar(c, i, most, out);
    }
    fprintf(out, "</svg></div>\n");
}

// A round step that goes at most five times into the whole.
static double round_step(double whole)
{
    double power = pow(10, floor(log10(whole / 5)));
    for (int i = 0; i < 3; i++) {
        double step = power * (const double[]){1, 2, 5}[i];
        if (step * 5 >= whole)
            return step;
    }
    return power * 10;
}

// Time over the number of calls: where the lines of interpreting and of compiling cross.
static void put_lines(const Comparison *c, FILE *out)
{
    double calls;
    compare_pays_from(c, &calls);
    if (c->built < 0 || c->interpreted < 0)
        return;
    enum { LEFT = 60, TOP = 10, WIDTH = 640, HEIGHT = 240, TEXT = 17 };
    const Way *ways[2] = {&c->ways[c->interpreted], &c->ways[c->built]};
    double n = calls > 0 ? fmin(fmax(calls * 2, 4), 100000) : 20, most = 0, ends[2][2];
    for (int i = 0; i < 2; i++) {
        double price = i == 1 ? ways[i]->compile : 0;
        ends[i][0] = price;
        ends[i][1] = price + n * way_median(ways[i]);
        most = fmax(most, ends[i][1]);
    }
    if (most <= 0)
        return;
    fprintf(out, "<h2>Calls, and seconds in all</h2>\n<div class=\"wide\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"seconds over calls\">\n",
            LEFT + WIDTH + 100, TOP + HEIGHT + 40);
    fprintf(out, "<path class=\"axis\" d=\"M%d %dv%dh%d\"/>\n", LEFT, TOP, HEIGHT, WIDTH);
    double step = round_step(most);
    for (double v = 0; v <= most; v += step)
        fprintf(out, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.6g</text>\n", LEFT - 6, TOP + HEIGHT * (1 - v / most) + 5, v);
    step = fmax(1, round_step(n));
    for (double v = 0; v <= n; v += step)
        fprintf(out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>\n", LEFT + WIDTH * v / n, TOP + HEIGHT + 22, v);
    double labels[2];
    for (int i = 0; i < 2; i++) {
        double y0 = TOP + HEIGHT * (1 - ends[i][0] / most), y1 = TOP + HEIGHT * (1 - ends[i][1] / most);
        fprintf(out, "<path class=\"line%d\" d=\"M%d %.1fL%d %.1f\"/>\n", i, LEFT, y0, LEFT + WIDTH, y1);
        labels[i] = y1 + 4;
    }
    int upper = labels[0] <= labels[1] ? 0 : 1;
    labels[upper] = fmax(labels[upper], TOP + 8);
    labels[1 - upper] = fmax(labels[1 - upper], labels[upper] + TEXT);
    for (int i = 0; i < 2; i++)
        fprintf(out, "<text x=\"%d\" y=\"%.1f\">%s</text>\n", LEFT + WIDTH + 6, labels[i], i ? "go build" : "minigo");
    if (calls > 0 && calls <= n)
        fprintf(out, "<path class=\"mark\" d=\"M%.1f %dv%d\"/>\n", LEFT + WIDTH * calls / n, TOP, HEIGHT);
    fprintf(out, "</svg></div>\n");
}

void compare_print_html(const Comparison *c, FILE *out)
{
    fputs("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>", out);
    put_html_text(out, c->program);
    fputs(": what it costs</title>\n<style>\n"
          ":root{color-scheme:light dark;--a:#9ab;--b:#e0a030;--c:#2a7ab0;--ink:#222;--bg:#fff;--rule:#ccc}\n"
          "@media(prefers-color-scheme:dark){:root{--ink:#ddd;--bg:#1b1d20;--rule:#444}}\n"
          "body{font:16px/1.5 system-ui,sans-serif;max-width:940px;margin:2em auto;padding:0 1em;color:var(--ink);background:var(--bg)}\n"
          "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}td,th{padding:.3em .6em;text-align:right;"
          "border-bottom:1px solid var(--rule)}td:first-child,th:first-child,td:last-child{text-align:left}\n"
          ".wide{overflow-x:auto}.wide svg{width:100%;min-width:640px;height:auto;display:block}td,th{white-space:nowrap}td:last-child{white-space:normal;min-width:9em}h1{overflow-wrap:anywhere}.cut{fill:var(--bg)}"
          "svg text{font:13px system-ui,sans-serif;fill:var(--ink)}.start{fill:var(--a)}.compile{fill:var(--b)}"
          ".run{fill:var(--c)}.spread,.axis{stroke:var(--ink);fill:none}.line0{stroke:var(--c);stroke-width:2.5}.line1{stroke:var(--b);"
          "stroke-width:2.5}.mark{stroke:var(--ink);stroke-dasharray:4 4}.key{display:inline-block;width:.9em;height:.9em;margin:0 .3em 0 0}.keys span+span{margin-left:1em}\n"
          "</style></head><body>\n<h1>",
          out);
    put_html_text(out, c->program);
    fputs("</h1>\n<p>", out);
    put_verdict(c, " ", out);
    fputs("</p>\n<p class=\"keys\"><span><i class=\"key\" style=\"background:var(--a)\"></i>start</span><span><i class=\"key\" "
          "style=\"background:var(--b)\"></i>compile</span><span><i class=\"key\" style=\"background:var(--c)\"></i>run, and what could "
          "not be told apart</span></p>\n",
          out);
    put_bars(c, out);
    put_lines(c, out);
    fputs("<h2>Milliseconds, medians</h2>\n<div class=\"wide\"><table><tr><th></th><th>start</th><th>compile</th><th>run</th><th>total</th><th>spread of runs</th>"
          "<th>peak MB</th><th>runs</th><th></th></tr>\n",
          out);
    for (int i = 0; i < c->n; i++) {
        const Way *w = &c->ways[i];
        char notes[128];
        put_notes(w, notes, sizeof notes);
        fputs("<tr><td>", out);
        put_html_text(out, w->name);
        fputs("</td>", out);
        double cells[4] = {w->start, w->compile, way_run(w, c), way_total(w, c)};
        for (int k = 0; k < 4; k++)
            if (w->n_runs == 0 || cells[k] < 0)
                fputs("<td>–</td>", out);
            else
                fprintf(out, "<td>%.1f</td>", cells[k] * 1e3);
        if (w->n_runs > 1)
            fprintf(out, "<td>%.1f–%.1f</td>", w->seconds[0] * 1e3, w->seconds[w->n_runs - 1] * 1e3);
        else
            fputs("<td>–</td>", out);
        if (w->n_runs > 0)
            fprintf(out, "<td>%.1f</td><td>%d</td><td>", (double)w->peak_kb / 1024, w->n_runs);
        else
            fputs("<td>–</td><td>0</td><td>", out);
        put_html_text(out, notes);
        fputs("</td></tr>\n", out);
    }
    fputs("</table></div>\n<p>start: an empty program in the same way. compile: minigo's is what <code>--stats</code> says of the stages before the run, go's is "
          "<code>go build</code> with a warm cache. total: from the order to the last line of output; spread: of single runs, what is built "
          "once left out.</p>\n</body></html>\n",
          out);
}
