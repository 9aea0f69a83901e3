#include "CIndexKernels.h"
