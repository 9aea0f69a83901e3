#include "CMeasuredRegion.h"

// Neither inlined nor ended by a jump: the function must be there by its name, and must return itself.
__attribute__((noinline)) void vanthu_measured_region(void (*work)(void *), void *context) {
    work(context);
    __asm__ volatile("" ::: "memory");
}
