/* Frees a report twice, on purpose: a memory checker must tell. */
#include "check.h"

int main(void) {
    rp_report *report = parsed(TEXT("一、工作回顾\n全年完成投资5亿元。"));
    rp_report_free(report);
    rp_report_free(report);
    return 0;
}
