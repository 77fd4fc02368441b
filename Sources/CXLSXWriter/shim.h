// libxlsxwriter, for Swift.
#ifndef READINESS_CXLSXWRITER_SHIM_H
#define READINESS_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
