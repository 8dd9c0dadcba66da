/* The version of the library is that of the header. */
#include "check.h"

int main(void) {
    CHECK(rp_version() == RP_VERSION);
    CHECK(equals(rp_version_string(), RP_VERSION_STRING));
    CHECK(RP_VERSION >> 16 == RP_VERSION_MAJOR);
    return 0;
}
