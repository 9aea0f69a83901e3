// The kernels are all in the header, inlined into Swift; this file makes the module a target.
#include "CTextKernels.h"
