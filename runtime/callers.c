// callers.c: the hooks' place.
#include "runtime/callers.h"

CallersHooks callers_hooks;
