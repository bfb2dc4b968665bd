// go.y: the grammar of Go, as the reference compiler's parser reads it.
// It accepts a little more than the specification, as that parser does (any expression where a type switch's guard may
// stand, any statement as a condition, and so on): what the actions do not reject, the checker does.
// Parameter lists, type parameters and array lengths are read as lists of expression-or-type and settled by build.c.
// Where the grammar is ambiguous the longer reading wins, by the precedence of tokens over SHORTER.
// Lists stand on the parser's list stack; a <list> value says where one begins.
// There are no error rules: a text with a syntax error is read again, repaired token by token (repair.c).
%code requires {
#include "parser/build.h"
}
%define api.pure full
%define api.push-pull both
%define api.prefix {grammar_}
%define api.token.prefix {T_}
%define api.token.raw
%define api.value.type {union Value}
%define parse.error custom
%param {Parser *p}
%expect 0

%code {
#include <stdlib.h>

#include "base/check.h"
#include "parser/grammar.h"

#undef yylex
#define yylex parser_next_token
static void yyerror(Parser *p, const char *text);
#define YYMAXDEPTH GRAMMAR_MAX_DEPTH
#define YYINITDEPTH 256
}

%%TOKENS%%
%token START_FILE START_DECL START_BODY START_INPUT // what the text is; put first by parser.c
%token <token> FUNC_DECL                 // the `func` of a declaration among statements; made by parser.c

%precedence SHORTER
%precedence "[" "(" "." LBODY "<-"
%left "||"
%left "&&"
%left "==" "!=" "<" "<=" ">" ">="
%left "+" "-" "|" "^"
%left "*" "/" "%" "&" "&^" "<<" ">>"
%precedence UNARY

%type <node> package_clause func_decl import_spec import_name import_path
%type <node> type chan_elem tail_type type_not_name lead_type result_type
%type <node> type_name bracket_type paren_type pointer_type word_type recv_chan lit_type
%type <node> chan_type map_type struct_type interface_type func_type array_or_targs
%type <node> param tparam first_tparam method constraint term signature
%type <node> expr pexpr name_expr paren_expr literal complit braced_elements element value call index slice func_lit
%type <node> optional_expr optional_tag
%type <node> stmt simple_stmt optional_simple_stmt labeled_stmt if_stmt for_stmt switch_stmt select_stmt
%type <node> block body func_body optional_func_body
%type <header> header for_header
%type <list> top_list names two_names exprs types type_args elements element_list
%type <list> param_list params tparam_list tparams optional_tparams forbidden_tparams first_tparam_list
%type <list> first_tparams more_tparams result
%type <list> import_specs const_spec const_specs type_spec type_specs var_spec var_specs decl import_decl
%type <list> field fields elem elems stmt_list clause_list comm_list
%type <node> case_head comm_head
%type <token> import_keyword method_name field_paren forbidden_open op_assign lbrace func_brace body_begin

%start start

%%

start:
    START_FILE package_clause top_list    { parser_finish_file(p, $2, $3); }
  | START_DECL top optional_semi
  | START_BODY func_body optional_semi  { list_push(p, $2); }
  | START_INPUT input_list
  ;

package_clause:
    PACKAGE NAME ";"    { $$ = build_file(p, &$1, &$2); }
  ;

top_list:
    %empty              { $$ = list_begin(p); }
  | top_list top ";"
  ;

top:
    decl                { p->after_decl = true; }
  | import_decl         { p->after_decl = false; }
  | FUNC func_decl      { p->after_decl = true; list_push(p, $2); }
  ;

input_list:
    input_item
  | input_list ";" input_item
  ;

input_item:
    %empty
  | stmt                { list_push(p, $1); }
  | import_decl
  | FUNC_DECL func_decl { list_push(p, $2); }
  ;

optional_semi: %empty | ";" ;
optional_comma: %empty | "," ;

// -- declarations. Each pushes its nodes.

import_decl:
    import_keyword import_spec                      { $$ = list_at(list_one(p, $2), &$1); }
  | import_keyword "(" ")"                          { $$ = list_at(list_begin(p), &$1); }
  | import_keyword "(" import_specs optional_semi ")" { $$ = list_at(build_group(p, $3), &$1); }
  ;

import_keyword: IMPORT                              { parser_check_import(p, $1.pos); $$ = $1; } ;

import_specs:
    import_spec                                     { $$ = list_one(p, $1); }
  | import_specs ";" import_spec                    { $$ = list_add(p, $1, $3); }
  ;

import_spec:
    import_path                                     { $$ = build_import(p, NULL, $1); }
  | import_name import_path                         { $$ = build_import(p, $1, $2); }
  ;

import_name:
    NAME                                            { $$ = build_ident(p, &$1); }
  | "."                                             { $$ = build_dot_name(p, &$1); }
  ;

import_path:
    literal
  | BAD                                             { $$ = build_bad(p, $1.pos); }
  ;

decl:
    CONST const_spec                                { $$ = list_at($2, &$1); }
  | CONST "(" ")"                                   { $$ = list_at(list_begin(p), &$1); }
  | CONST "(" const_specs optional_semi ")"         { $$ = list_at(build_group(p, $3), &$1); }
  | TYPE type_spec                                  { $$ = list_at($2, &$1); }
  | TYPE "(" ")"                                    { $$ = list_at(list_begin(p), &$1); }
  | TYPE "(" type_specs optional_semi ")"           { $$ = list_at(build_group(p, $3), &$1); }
  | VAR var_spec                                    { $$ = list_at($2, &$1); }
  | VAR "(" ")"                                     { $$ = list_at(list_begin(p), &$1); }
  | VAR "(" var_specs optional_semi ")"             { $$ = list_at(build_group(p, $3), &$1); }
  ;

const_specs: const_spec | const_specs ";" const_spec ;
type_specs: type_spec | type_specs ";" type_spec ;
var_specs: var_spec | var_specs ";" var_spec ;

const_spec:
    names                                           { $$ = build_const(p, $1, NULL, NULL); }
  | names type                                      { $$ = build_const(p, $1, $2, NULL); }
  | names type "=" exprs                            { $$ = build_const(p, $1, $2, &$4); }
  | names "=" exprs                                 { $$ = build_const(p, $1, NULL, &$3); }
  ;

var_spec:
    names type                                      { $$ = build_var(p, $1, $2, NULL); }
  | names type "=" exprs                            { $$ = build_var(p, $1, $2, &$4); }
  | names "=" exprs                                 { $$ = build_var(p, $1, NULL, &$3); }
  ;

// What follows "[" may be an array's length or the first type parameter.
type_spec:
    NAME tail_type                                  { $$ = build_type_decl(p, &$1, NULL, NULL, $2); }
  | NAME "=" type                                   { $$ = build_type_decl(p, &$1, NULL, &$2, $3); }
  | NAME "[" "]" type                               { $$ = build_type_decl(p, &$1, NULL, NULL, build_slice_type(p, &$2, $4)); }
  | NAME "[" "..." "]" type                         { $$ = build_type_decl(p, &$1, NULL, NULL, build_array_type(p, &$2, NULL, $5)); }
  | NAME "[" expr "]" type                          { $$ = build_array_or_generic(p, &$1, &$2, $3, &$4, $5); }
  | NAME "[" expr "]" "=" type                      { $$ = build_array_or_alias(p, &$1, &$2, $3, &$4, &$5, $6); }
  | NAME "[" expr more_tparams type                 { $$ = build_generic(p, &$1, &$2, $3, &$4, NULL, $5); }
  | NAME "[" expr more_tparams "=" type             { $$ = build_generic(p, &$1, &$2, $3, &$4, &$5, $6); }
  | NAME "[" first_tparams type                     { $$ = build_type_decl(p, &$1, &$3, NULL, $4); }
  | NAME "[" first_tparams "=" type                 { $$ = build_type_decl(p, &$1, &$3, &$4, $5); }
  ;

// Behind an expression ($0) that is the first type parameter.
more_tparams:
    "," "]"                                         { $$ = build_more_tparams(p, $<node>0, &$1, list_begin(p), &$2); }
  | "," tparam_list optional_comma "]"              { $$ = build_more_tparams(p, $<node>0, &$1, $2, &$4); }
  ;

first_tparams: first_tparam_list optional_comma "]" { $$ = settle_tparams(p, $1, &$3); } ;

first_tparam_list:
    first_tparam                                    { $$ = list_one(p, $1); }
  | first_tparam_list "," tparam                    { $$ = list_add(p, $1, $3); }
  ;

// A first type parameter that cannot begin an array's length.
first_tparam:
    NAME array_or_targs                             { $$ = build_param(p, &$1, $2); }
  | NAME lead_type                                  { $$ = build_param(p, &$1, $2); }
  | NAME "~" type                                   { $$ = build_param(p, &$1, build_unary(p, &$2, $3)); }
  | NAME "..." type                                 { $$ = build_param(p, &$1, build_dots(p, &$2, $3)); }
  | first_tparam "|" term                           { $$ = build_param_union(p, $1, &$2, $3); }
  ;

func_decl:
    NAME optional_tparams signature optional_func_body
                                                    { $$ = build_func_decl(p, NULL, &$1, &$2, $3, $4); }
  | params method_name optional_tparams signature optional_func_body
                                                    { $$ = build_func_decl(p, &$1, &$2, &$3, $4, $5); }
  ;

// Behind the receiver ($0), about whose number the reference complains at the name.
method_name: NAME                                   { build_check_receiver(p, &$<list>0, $1.pos); $$ = $1; } ;

optional_tparams:
    %empty                                          { $$ = list_begin(p); }
  | tparams
  ;

tparams:
    "[" "]"                                         { $$ = build_empty_tparams(p, &$1, &$2); }
  | "[" tparam_list optional_comma "]"              { $$ = list_at(settle_tparams(p, $2, &$4), &$1); }
  ;

// Those of a function type, which may have none.
forbidden_tparams:
    forbidden_open "]"                              { $$ = build_empty_tparams(p, &$1, &$2); }
  | forbidden_open tparam_list optional_comma "]"   { $$ = list_at(settle_tparams(p, $2, &$4), &$1); }
  ;

forbidden_open: "["                                 { build_forbidden_open(p, &$1); $$ = $1; } ;

optional_func_body: %empty { $$ = NULL; } | func_body ;

names:
    NAME                                            { $$ = list_one(p, build_ident(p, &$1)); }
  | names "," NAME                                  { $$ = list_add(p, $1, build_ident(p, &$3)); }
  ;

// -- types, sorted by what they begin with

type: type_name | bracket_type | paren_type | word_type | pointer_type | recv_chan ;
chan_elem: type_name | bracket_type | paren_type | word_type | pointer_type ;
tail_type: type_name | paren_type | word_type | pointer_type | recv_chan ;             // behind a name
type_not_name: bracket_type | paren_type | word_type | pointer_type | recv_chan ;
lead_type: type_name | word_type | recv_chan ;                                         // behind a name, not an operator too
result_type: type_name | bracket_type | word_type | pointer_type | recv_chan ;

word_type:
    func_type
  | map_type
  | struct_type
  | chan_type
  | interface_type
  | BAD                                             { $<typed>$ = typed_at(&$1, build_bad(p, $1.pos)); }
  ;

type_name:
    NAME %prec SHORTER                              { $<typed>$ = typed_at(&$1, build_ident(p, &$1)); }
  | NAME "." NAME %prec SHORTER                     { $<typed>$ = typed_at(&$1, build_qualified(p, &$1, &$2, &$3)); }
  | NAME "[" type_args "]"                          { $<typed>$ = typed_at(&$1, build_index(p, build_ident(p, &$1), &$2, $3)); }
  | NAME "." NAME "[" type_args "]"                 { $<typed>$ = typed_at(&$1, build_index(p, build_qualified(p, &$1, &$2, &$3), &$4, $5)); }
  ;

type_args: types optional_comma ;

types:
    type                                            { $$ = list_one(p, $1); }
  | types "," type                                  { $$ = list_add(p, $1, $3); }
  ;

paren_type: "(" type ")"                            { $<typed>$ = typed_at(&$1, $2); } ;
pointer_type: "*" type                              { $<typed>$ = typed_at(&$1, build_unary(p, &$1, $2)); } ;
recv_chan: "<-" CHAN type                           { $<typed>$ = typed_at(&$1, build_chan_type(p, &$1, CHAN_RECV_ONLY, $3)); } ;

bracket_type:
    "[" "]" type                                    { $<typed>$ = typed_at(&$1, build_slice_type(p, &$1, $3)); }
  | "[" expr "]" type                               { $<typed>$ = typed_at(&$1, build_array_type(p, &$1, $2, $4)); }
  | "[" "..." "]" type                              { $<typed>$ = typed_at(&$1, build_array_type(p, &$1, NULL, $4)); }
  ;

map_type: MAP "[" type "]" type                     { $<typed>$ = typed_at(&$1, build_map_type(p, &$1, $3, $5)); } ;

chan_type:
    CHAN chan_elem                                  { $<typed>$ = typed_at(&$1, build_chan_type(p, &$1, CHAN_BOTH, $2)); }
  | CHAN "<-" type                                  { $<typed>$ = typed_at(&$1, build_chan_type(p, &$1, CHAN_SEND_ONLY, $3)); }
  ;

struct_type:
    STRUCT lbrace "}"                               { $<typed>$ = typed_at(&$1, build_struct_type(p, &$1, list_begin(p))); }
  | STRUCT lbrace fields optional_semi "}"          { $<typed>$ = typed_at(&$1, build_struct_type(p, &$1, $3)); }
  ;

lbrace: "{" | LBODY ;

fields: field | fields ";" field ;

field:
    NAME optional_tag                               { $$ = build_embedded(p, build_ident(p, &$1), $2); }
  | NAME "." NAME optional_tag                      { $$ = build_embedded(p, build_qualified(p, &$1, &$2, &$3), $4); }
  | NAME "." NAME "[" type_args "]" optional_tag    { $$ = build_embedded(p, build_index(p, build_qualified(p, &$1, &$2, &$3), &$4, $5), $7); }
  | NAME array_or_targs optional_tag                { $$ = build_field_or_embedded(p, &$1, $2, $3); }
  | NAME tail_type optional_tag                     { $$ = build_fields(p, list_one(p, build_ident(p, &$1)), $2, $3); }
  | two_names type optional_tag                     { $$ = build_fields(p, $1, $2, $3); }
  | "*" type_name optional_tag                      { $$ = build_embedded(p, build_unary(p, &$1, $2), $3); }
  | "*" field_paren type_name ")" optional_tag      { $$ = build_embedded(p, build_unary(p, &$1, $3), $5); }
  | field_paren type_name ")" optional_tag          { $$ = build_embedded(p, $2, $4); }
  | field_paren "*" type_name ")" optional_tag      { $$ = build_embedded(p, build_unary(p, &$2, $3), $5); }
  | BAD                                             { $$ = list_begin(p); }
  ;

// Not allowed there.
field_paren: "("                                    { build_field_paren(p, &$1); $$ = $1; } ;

two_names:
    NAME "," NAME                                   { $$ = list_add(p, list_one(p, build_ident(p, &$1)), build_ident(p, &$3)); }
  | two_names "," NAME                              { $$ = list_add(p, $1, build_ident(p, &$3)); }
  ;

optional_tag: %empty { $$ = NULL; } | literal ;

// Behind a name: the rest of an array or slice type, or of an instantiated type (an INDEX_EXPR without x).
array_or_targs:
    "[" "]" type                                    { $$ = build_slice_type(p, &$1, $3); }
  | "[" expr "]" type                               { $$ = build_array_type(p, &$1, $2, $4); }
  | "[" expr "]" %prec SHORTER                      { $$ = build_index(p, NULL, &$1, list_one(p, $2)); }
  | "[" expr "," "]"                                { $$ = build_index(p, NULL, &$1, list_one(p, $2)); }
  | "[" expr "," types optional_comma "]"           { $$ = build_index(p, NULL, &$1, list_insert(p, $4, $2)); }
  ;

interface_type:
    INTERFACE lbrace "}"                            { $<typed>$ = typed_at(&$1, build_interface_type(p, &$1, list_begin(p))); }
  | INTERFACE lbrace elems optional_semi "}"        { $<typed>$ = typed_at(&$1, build_interface_type(p, &$1, $3)); }
  ;

elems: elem | elems ";" elem ;

elem:
    method                                          { $$ = list_one(p, $1); }
  | constraint                                      { $$ = list_one(p, $1); }
  ;

method:
    NAME signature                                  { $$ = build_method(p, &$1, $2); }
  | NAME "[" "]" signature                          { $$ = build_empty_list_method(p, &$1, &$3, $4); }
  | NAME "[" tparam_list optional_comma "]" signature
                                                    { $$ = build_generic_method(p, &$1, &$2, $3, &$5, $6); }
  ;

constraint:
    NAME                                            { $$ = build_param(p, NULL, build_ident(p, &$1)); }
  | NAME "[" "]"                                    { $$ = build_empty_list_method(p, &$1, &$3, NULL); }
  | NAME "[" tparam_list optional_comma "]"         { $$ = build_instance_elem(p, &$1, &$2, $3, &$5); }
  | NAME "." NAME                                   { $$ = build_param(p, NULL, build_qualified(p, &$1, &$2, &$3)); }
  | NAME "." NAME "[" type_args "]"                 { $$ = build_param(p, NULL, build_index(p, build_qualified(p, &$1, &$2, &$3), &$4, $5)); }
  | type_not_name                                   { $$ = build_param_at(p, $<typed>1); }
  | "~" type                                        { $$ = build_param(p, NULL, build_unary(p, &$1, $2)); }
  | constraint "|" term                             { $$ = build_param_union(p, $1, &$2, $3); }
  ;

term:
    type
  | "~" type                                        { $$ = build_unary(p, &$1, $2); }
  ;

func_type:
    FUNC signature %prec SHORTER                    { $<typed>$ = typed_at(&$1, $2); }
  | FUNC forbidden_tparams signature %prec SHORTER  { $<typed>$ = typed_at(&$1, build_forbidden_tparams(p, &$2, $3)); }
  ;

signature: params result                            { $$ = build_func_type(p, &$1, &$2); } ;

params:
    "(" ")"                                         { $$ = list_at(list_begin(p), &$1); }
  | "(" param_list optional_comma ")"               { $$ = list_at(settle_params(p, $2, &$4), &$1); }
  ;

result:
    %empty %prec SHORTER                            { $$ = list_begin(p); }
  | result_type                                     { $$ = list_one(p, build_param_at(p, $<typed>1)); }
  | params
  ;

param_list:
    param                                           { $$ = list_one(p, $1); }
  | param_list "," param                            { $$ = list_add(p, $1, $3); }
  ;

param:
    NAME                                            { $$ = build_param(p, &$1, NULL); }
  | NAME "." NAME                                   { $$ = build_param(p, NULL, build_qualified(p, &$1, &$2, &$3)); }
  | NAME "." NAME "[" type_args "]"                 { $$ = build_param(p, NULL, build_index(p, build_qualified(p, &$1, &$2, &$3), &$4, $5)); }
  | NAME array_or_targs                             { $$ = build_param(p, &$1, $2); }
  | NAME tail_type                                  { $$ = build_param(p, &$1, $2); }
  | NAME "..." type                                 { $$ = build_param(p, &$1, build_dots(p, &$2, $3)); }
  | "..." type                                      { $$ = build_param(p, NULL, build_dots(p, &$1, $2)); }
  | type_not_name                                   { $$ = build_param_at(p, $<typed>1); }
  ;

tparam_list:
    tparam                                          { $$ = list_one(p, $1); }
  | tparam_list "," tparam                          { $$ = list_add(p, $1, $3); }
  ;

tparam:
    param
  | NAME "~" type                                   { $$ = build_param(p, &$1, build_unary(p, &$2, $3)); }
  | "~" type                                        { $$ = build_param(p, NULL, build_unary(p, &$1, $2)); }
  | tparam "|" term                                 { $$ = build_param_union(p, $1, &$2, $3); }
  ;

// -- expressions

exprs:
    expr                                            { $$ = list_one(p, $1); }
  | exprs "," expr                                  { $$ = list_add(p, $1, $3); }
  ;

expr:
    pexpr
  | expr "||" expr                                  { $$ = build_binary(p, $1, &$2, $3); }
  | expr "&&" expr                                  { $$ = build_binary(p, $1, &$2, $3); }
  | expr "==" expr                                  { $$ = build_binary(p, $1, &$2, $3); }
  | expr "!=" expr                                  { $$ = build_binary(p, $1, &$2, $3); }
  | expr "<" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr "<=" expr                                  { $$ = build_binary(p, $1, &$2, $3); }
  | expr ">" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr ">=" expr                                  { $$ = build_binary(p, $1, &$2, $3); }
  | expr "+" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr "-" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr "|" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr "^" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr "*" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr "/" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr "%" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr "&" expr                                   { $$ = build_binary(p, $1, &$2, $3); }
  | expr "&^" expr                                  { $$ = build_binary(p, $1, &$2, $3); }
  | expr "<<" expr                                  { $$ = build_binary(p, $1, &$2, $3); }
  | expr ">>" expr                                  { $$ = build_binary(p, $1, &$2, $3); }
  | "+" expr %prec UNARY                            { $$ = build_unary(p, &$1, $2); }
  | "-" expr %prec UNARY                            { $$ = build_unary(p, &$1, $2); }
  | "!" expr %prec UNARY                            { $$ = build_unary(p, &$1, $2); }
  | "^" expr %prec UNARY                            { $$ = build_unary(p, &$1, $2); }
  | "~" expr %prec UNARY                            { $$ = build_tilde(p, &$1, $2); }
  | "*" expr %prec UNARY                            { $$ = build_unary(p, &$1, $2); }
  | "&" expr %prec UNARY                            { $$ = build_unary(p, &$1, node_unparen($2)); }
  | "<-" expr %prec UNARY                           { $$ = build_receive(p, &$1, $2); }
  ;

pexpr:
    name_expr %prec SHORTER
  | lit_type %prec SHORTER
  | paren_expr %prec SHORTER
  | chan_type
  | interface_type
  | func_type
  | func_lit
  | literal
  | complit
  | slice
  | call
  | pexpr "." "(" type ")"                          { $$ = build_assert(p, $1, &$2, $4); }
  | pexpr "." "(" TYPE ")"                          { $$ = build_guard(p, $1, &$2); }
  | BAD                                             { $$ = build_bad(p, $1.pos); }
  ;

// What can be the type of a composite literal outside of headers.
name_expr:
    NAME %prec SHORTER                              { $$ = build_ident(p, &$1); }
  | pexpr "." NAME                                  { $$ = build_selector(p, $1, &$2, &$3); }
  | index
  ;

// What can be the type of a composite literal everywhere.
lit_type: bracket_type | map_type | struct_type ;

paren_expr: "(" expr ")"                            { $$ = build_paren(p, &$1, $2); } ;

literal:
    INT                                             { $$ = build_literal(p, &$1); }
  | FLOAT                                           { $$ = build_literal(p, &$1); }
  | IMAG                                            { $$ = build_literal(p, &$1); }
  | RUNE                                            { $$ = build_literal(p, &$1); }
  | STRING                                          { $$ = build_literal(p, &$1); }
  ;

complit:
    name_expr "{" elements "}"                      { $$ = build_complit(p, $1, &$2, $3, &$4); }
  | lit_type lbrace elements "}"                    { $$ = build_complit(p, $1, &$2, $3, &$4); }
  | paren_expr "{" elements "}"                     { $$ = build_complit(p, $1, &$2, $3, &$4); }
  ;

braced_elements: "{" elements "}"                   { $$ = build_complit(p, NULL, &$1, $2, &$3); } ;

elements:
    %empty                                          { $$ = list_begin(p); }
  | element_list optional_comma
  ;

element_list:
    element                                         { $$ = list_one(p, $1); }
  | element_list "," element                        { $$ = list_add(p, $1, $3); }
  ;

element:
    value
  | value ":" value                                 { $$ = build_key_value(p, $1, &$2, $3); }
  ;

value: expr | braced_elements ;

index:
    pexpr "[" expr optional_comma "]"               { $$ = build_index(p, $1, &$2, list_one(p, $3)); }
  | pexpr "[" expr "," types optional_comma "]"     { $$ = build_index(p, $1, &$2, list_insert(p, $5, $3)); }
  ;

slice:
    pexpr "[" optional_expr ":" optional_expr "]"   { $$ = build_slice(p, $1, &$2, $3, $5); }
  | pexpr "[" optional_expr ":" optional_expr ":" optional_expr "]"
                                                    { $$ = build_full_slice(p, $1, &$2, $3, $5, &$6, $7, &$8); }
  ;

optional_expr: %empty { $$ = NULL; } | expr ;

call:
    pexpr "(" ")"                                   { $$ = build_call(p, $1, &$2, list_begin(p), false, &$3); }
  | pexpr "(" exprs optional_comma ")"              { $$ = build_call(p, $1, &$2, $3, false, &$5); }
  | pexpr "(" exprs "..." optional_comma ")"        { $$ = build_call(p, $1, &$2, $3, true, &$6); }
  ;

func_lit:
    FUNC signature func_body                        { $$ = build_func_lit(p, &$1, $2, $3); }
  | FUNC forbidden_tparams signature func_body      { $$ = build_func_lit(p, &$1, build_forbidden_tparams(p, &$2, $3), $4); }
  ;

// -- statements

func_brace: "{" | LBODY ;

func_body:
    func_brace stmt_list "}"                        { $$ = build_block(p, &$1, $2, NULL, &$3); }
  | func_brace stmt_list stmt "}"                   { $$ = build_block(p, &$1, $2, $3, &$4); }
  ;

block:
    "{" stmt_list "}"                               { $$ = build_block(p, &$1, $2, NULL, &$3); }
  | "{" stmt_list stmt "}"                          { $$ = build_block(p, &$1, $2, $3, &$4); }
  ;

body:
    body_begin stmt_list "}"                        { $$ = build_block(p, &$1, $2, NULL, &$3); }
  | body_begin stmt_list stmt "}"                   { $$ = build_block(p, &$1, $2, $3, &$4); }
  ;

body_begin: LBODY                                   { parser_end_header(p, &$1); $$ = $1; } ;

stmt_list:
    %empty                                          { $$ = list_begin(p); }
  | stmt_list stmt ";"                              { $$ = list_add(p, $1, $2); }
  | stmt_list ";"                                   { $$ = list_add(p, $1, build_empty(p, $2.pos)); }
  ;

stmt:
    simple_stmt
  | labeled_stmt
  | block
  | if_stmt
  | for_stmt
  | switch_stmt
  | select_stmt
  | decl                                            { $$ = build_decl_stmt(p, $1); }
  | GO pexpr                                        { $$ = build_call_stmt(p, &$1, $2); }
  | DEFER pexpr                                     { $$ = build_call_stmt(p, &$1, $2); }
  | RETURN                                          { $$ = build_return(p, &$1, list_begin(p)); }
  | RETURN exprs                                    { $$ = build_return(p, &$1, $2); }
  | BREAK                                           { $$ = build_branch(p, &$1, NULL); }
  | BREAK NAME                                      { $$ = build_branch(p, &$1, &$2); }
  | CONTINUE                                        { $$ = build_branch(p, &$1, NULL); }
  | CONTINUE NAME                                   { $$ = build_branch(p, &$1, &$2); }
  | GOTO NAME                                       { $$ = build_branch(p, &$1, &$2); }
  | FALLTHROUGH                                     { $$ = build_branch(p, &$1, NULL); }
  ;

labeled_stmt:
    NAME ":" stmt                                   { $$ = build_labeled(p, &$1, &$2, $3); }
  | NAME ":" %prec SHORTER                          { $$ = build_labeled(p, &$1, &$2, build_empty(p, p->token.pos)); }
  ;

simple_stmt:
    expr                                            { $$ = build_expr_stmt(p, $1); }
  | expr "++"                                       { $$ = build_inc_dec(p, $1, &$2); }
  | expr "--"                                       { $$ = build_inc_dec(p, $1, &$2); }
  | expr "<-" expr                                  { $$ = build_send(p, $1, &$2, $3); }
  | expr op_assign expr                             { $$ = build_op_assign(p, $1, &$2, $3); }
  | exprs "=" exprs                                 { $$ = build_assign(p, $1, &$2, $3); }
  | exprs ":=" exprs                                { $$ = build_assign(p, $1, &$2, $3); }
  ;

op_assign: "+=" | "-=" | "|=" | "^=" | "*=" | "/=" | "%=" | "&=" | "&^=" | "<<=" | ">>=" ;

optional_simple_stmt: %empty { $$ = NULL; } | simple_stmt ;

// $0 is the keyword.
header:
    %empty                                          { $$ = build_header(p, $<token>0.kind, NULL, NULL, NULL); }
  | simple_stmt                                     { $$ = build_header(p, $<token>0.kind, NULL, NULL, $1); }
  | optional_simple_stmt ";" optional_simple_stmt   { $$ = build_header(p, $<token>0.kind, $1, &$2, $3); }
  ;

if_stmt:
    IF header body                                  { $$ = build_if(p, &$1, $2, $3, NULL); }
  | IF header body ELSE if_stmt                     { $$ = build_if(p, &$1, $2, $3, $5); }
  | IF header body ELSE block                       { $$ = build_if(p, &$1, $2, $3, $5); }
  ;

for_header:
    %empty                                          { $$ = build_for_header(p, NULL, NULL, NULL); }
  | simple_stmt                                     { $$ = build_for_header(p, NULL, $1, NULL); }
  | optional_simple_stmt ";" optional_simple_stmt ";" optional_simple_stmt
                                                    { $$ = build_for_header(p, $1, $3, $5); }
  | RANGE expr                                      { $$ = build_range(p, NULL, NULL, &$1, $2); }
  | exprs "=" RANGE expr                            { $$ = build_range(p, &$1, &$2, &$3, $4); }
  | exprs ":=" RANGE expr                           { $$ = build_range(p, &$1, &$2, &$3, $4); }
  ;

for_stmt: FOR for_header body                       { $$ = build_for(p, &$1, $2, $3); } ;

switch_stmt:
    SWITCH header body_begin clause_list "}"        { $$ = build_switch(p, &$1, $2, $4, &$5); }
  | SWITCH header body_begin clause_list case_head stmt_list stmt "}"
                                                    { $$ = build_switch(p, &$1, $2, build_clause(p, $4, $5, $6, $7), &$8); }
  ;

clause_list:
    %empty                                          { $$ = list_begin(p); }
  | clause_list case_head stmt_list                 { $$ = build_clause(p, $1, $2, $3, NULL); }
  ;

case_head:
    CASE exprs ":"                                  { $$ = build_case_head(p, &$1, $2, &$3); }
  | DEFAULT ":"                                     { $$ = build_case_head(p, &$1, list_begin(p), &$2); }
  ;

select_stmt:
    SELECT "{" comm_list "}"                        { $$ = build_select(p, &$1, $3, &$4); }
  | SELECT "{" comm_list comm_head stmt_list stmt "}"
                                                    { $$ = build_select(p, &$1, build_clause(p, $3, $4, $5, $6), &$7); }
  ;

comm_list:
    %empty                                          { $$ = list_begin(p); }
  | comm_list comm_head stmt_list                   { $$ = build_clause(p, $1, $2, $3, NULL); }
  ;

comm_head:
    CASE simple_stmt ":"                            { $$ = build_comm_head(p, &$1, $2, &$3); }
  | DEFAULT ":"                                     { $$ = build_comm_head(p, &$1, NULL, &$2); }
  ;

%%

static int yyreport_syntax_error(const yypcontext_t *context, Parser *p)
{
    (void)context;
    (void)p;
    (void)yypcontext_expected_tokens;
    return 0;
}

static void yyerror(Parser *p, const char *text)
{
    (void)p;
    (void)text; // "memory exhausted": parser.c says it in other words
}

// -- views of the stack, for grammar.h

void grammar_view_init(GrammarView *v, const yypstate *ps)
{
    *v = (GrammarView){.base = ps->yyss, .base_n = (int)(ps->yyssp - ps->yyss) + 1};
}

void grammar_view_done(GrammarView *v)
{
    free(v->extra);
    v->extra = NULL;
}

static int state_at(const GrammarView *v, int i)
{
    if (i < v->extra_n)
        return v->extra[v->extra_n - 1 - i];
    i = v->base_n - 1 - (i - v->extra_n);
    return i >= 0 ? ((const yy_state_t *)v->base)[i] : -1;
}

int grammar_view_symbol(const GrammarView *v, int i)
{
    int state = state_at(v, i);
    if (state <= 0)
        return SYM_OTHER;
    int symbol = yystos[state];
    if (symbol < TOK_COUNT + 2)
        return symbol - 2;
    switch (symbol) {
#define SYMBOL(name)                                                                               \
    case YYSYMBOL_##name:                                                                          \
        return SYM_##name;
#include "parser/symbols.def"
#undef SYMBOL
    default:
        return SYM_OTHER;
    }
}

bool grammar_view_is_real(const GrammarView *v, const yypstate *ps)
{
    return v->extra_n == 0 && v->base_n == (int)(ps->yyssp - ps->yyss) + 1;
}

static void view_reduce_by(GrammarView *v, int rule)
{
    int n = yyr2[rule];
    int from_extra = n < v->extra_n ? n : v->extra_n;
    v->extra_n -= from_extra;
    v->base_n -= n - from_extra;
    int left = yyr1[rule] - YYNTOKENS, state = state_at(v, 0), i = yypgoto[left] + state;
    int next = i >= 0 && i <= YYLAST && yycheck[i] == state ? yytable[i] : yydefgoto[left];
    if (v->extra_n == v->extra_cap) {
        v->extra_cap = v->extra_cap ? v->extra_cap * 2 : 64;
        v->extra = realloc(v->extra, (size_t)v->extra_cap * sizeof *v->extra);
        if (!v->extra)
            out_of_memory();
    }
    v->extra[v->extra_n++] = (short)next;
}

bool grammar_view_reduce(GrammarView *v)
{
    int rule = yydefact[state_at(v, 0)];
    if (rule == 0)
        return false;
    view_reduce_by(v, rule);
    return true;
}

bool grammar_view_accepts(const GrammarView *view, int code)
{
    GrammarView v = *view;
    v.extra_cap = v.extra_n + 64;
    v.extra = malloc((size_t)v.extra_cap * sizeof *v.extra);
    if (!v.extra)
        out_of_memory();
    if (view->extra_n)
        memcpy(v.extra, view->extra, (size_t)v.extra_n * sizeof *v.extra);
    bool accepted = false;
    for (;;) {
        int state = state_at(&v, 0), i = yypact[state];
        bool by_token = !yypact_value_is_default(i);
        i += code;
        by_token = by_token && i >= 0 && i <= YYLAST && yycheck[i] == code;
        int action = by_token ? yytable[i] : -yydefact[state];
        accepted = action > 0;
        if (action >= 0 || (by_token && yytable_value_is_error(action)))
            break;
        view_reduce_by(&v, -action);
    }
    grammar_view_done(&v);
    return accepted;
}

const union Value *grammar_value(const yypstate *ps, int i)
{
    return ps->yyvsp - i;
}

void grammar_unshift(yypstate *ps)
{
    ps->yyssp--;
    ps->yyvsp--;
    ps->yystate = *ps->yyssp;
}
