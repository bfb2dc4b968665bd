// chan.h: Go channels: a ring of elements and two queues of waiting goroutines.
// Invariants, under the lock, while the channel is open:
//   receivers wait only on an empty ring, senders only on a full one;
//   both queues hold someone only if one select waits on both sides.
// Threads: any worker may call. One channel lock at a time; select takes several by address.
// Memory: gc. The goroutine that wakes another writes that one's slot (a heap store: gc_dirty), then makes it ready.
// Sources: Go specification, "Send statements", "Receive operator", "Close", "Select statements".
#ifndef RUNTIME_CHAN_H
#define RUNTIME_CHAN_H
#include "runtime/g.h"

// Makes a channel (gc). PANIC if cap is negative or too large.
MUST_USE Status chan_make(G *g, const RType *elem, int64_t cap, Chan **out);
// Sends *value (borrowed until the goroutine goes on; elem->size bytes). OK: done. PARK: g waits. PANIC: closed. A nil channel parks for ever.
// After a PARK the VM calls chan_send_resumed: OK, or PANIC if the channel was closed meanwhile.
MUST_USE Status chan_send(G *g, Chan *c, const void *value);
MUST_USE Status chan_send_resumed(G *g);
// Receives into *dst (elem->size bytes; NULL: dropped) and *ok (NULL: not wanted; a slot, 0 or 1). Both are written before g goes on.
MUST_USE Status chan_recv(G *g, Chan *c, void *dst, Slot *ok);
MUST_USE Status chan_close(G *g, Chan *c);
// As chan_send and chan_recv, but never waiting: *done says whether it was taken (PANIC only: closed). For natives without a goroutine g may be NULL
// if the channel cannot be closed.
MUST_USE Status chan_try_send(G *g, Chan *c, const void *value, bool *done);
MUST_USE Status chan_try_recv(G *g, Chan *c, void *dst, Slot *ok, bool *done);
int64_t chan_len(Chan *c);
int64_t chan_cap(Chan *c);

typedef struct SelectCase {
    Chan *chan;
    void *value;   // to send from, or to receive into (may be NULL)
    Slot *ok;      // of receives; may be NULL
    bool is_send;
} SelectCase;
// Waits for one of n cases; *chosen gets its index, or -1 for default. PARK: *chosen and the value are written before g goes on; then the VM calls
// select_resumed (PANIC: a send on a closed channel won).
MUST_USE Status select_go(G *g, const SelectCase *cases, int n, bool has_default, Slot *chosen);
MUST_USE Status select_resumed(G *g);
#endif
