#ifndef VANTHU_MEASURED_REGION_H
#define VANTHU_MEASURED_REGION_H

/// Calls `work`; callgrind counts from its entry to its return (--toggle-collect=vanthu_measured_region).
void vanthu_measured_region(void (*work)(void *), void *context);

#endif
