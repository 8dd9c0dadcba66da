/* Parses a file over and over through the C library, and prints the processor seconds of the fastest parse. */
#include <reportparse.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: overhead FILE\n");
        return 2;
    }
    static char text[1 << 20];
    size_t len = fread(text, 1, sizeof text, file);
    fclose(file);
    double best = 1e9;
    for (int round = 0; round < 50; round++) {
        rp_report *report = NULL;
        double start = seconds();
        if (rp_parse(text, len, NULL, &report, NULL) != RP_OK) {
            return 1;
        }
        rp_report_free(report);
        double spent = seconds() - start;
        best = spent < best ? spent : best;
    }
    printf("C\t%.9f\n", best);
    return 0;
}
