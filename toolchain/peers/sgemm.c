// Measures the speed of an OpenBLAS library's square products on one thread, the best of several, like ProductSpeed.java, and the
// speed of fused multiply-adds in registers: cc -O3 -march=native sgemm.c -ldl -o sgemm && ./sgemm LIBRARY 512 1024 2048
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef void gemm_t(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);
typedef float lanes __attribute__((vector_size(64)));

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double peak(void) {
    enum { CHAINS = 16, STEPS = 1 << 20 };
    double best = 1e9;
    for (double end = now() + 1; now() < end;) {
        lanes sums[CHAINS] = {0}, a, b;
        for (int l = 0; l < 16; l++) a[l] = 0.999f, b[l] = 1e-3f;
        // Hides from the compiler that all chains are equal, because it would compute equal chains once.
        for (int c = 0; c < CHAINS; c++) __asm__ volatile("" : "+v"(sums[c]));
        double start = now();
        for (int s = 0; s < STEPS; s++) {
#pragma GCC unroll 16
            for (int c = 0; c < CHAINS; c++) sums[c] = sums[c] * a + b;
        }
        double seconds = now() - start;
        if (seconds < best) best = seconds;
        for (int c = 0; c < CHAINS; c++) __asm__ volatile("" ::"v"(sums[c]));
    }
    return 2e-9 * 16 * CHAINS * STEPS / best;
}

int main(int argc, char **argv) {
    void *library = argc > 1 ? dlopen(argv[1], RTLD_NOW) : NULL;
    if (!library) return fprintf(stderr, "%s\n", argc > 1 ? dlerror() : "usage: sgemm LIBRARY SIZE ..."), 1;
    gemm_t *gemm = (gemm_t *)dlsym(library, "cblas_sgemm");
    ((void (*)(int))dlsym(library, "openblas_set_num_threads"))(1);
    const char *core = ((char *(*)(void))dlsym(library, "openblas_get_corename"))();
    for (int s = 2; s < argc; s++) {
        int n = atoi(argv[s]);
        float *m[3];
        for (int i = 0; i < 3; i++) m[i] = aligned_alloc(64, 4L * n * n);
        for (long e = 0; e < (long)n * n; e++) m[0][e] = e % 7, m[1][e] = e % 5, m[2][e] = 0;
        double best = 1e9;
        for (double end = now() + 2; now() < end;) {
            double start = now();
            gemm(101, 111, 111, n, n, n, 1, m[0], n, m[1], n, 0, m[2], n);
            double seconds = now() - start;
            if (seconds < best) best = seconds;
        }
        printf("C, %s: %d %.1f GFLOP/s\n", core, n, 2e-9 * n * n * n / best);
        for (int i = 0; i < 3; i++) free(m[i]);
    }
    printf("fused multiply-adds: %.1f GFLOP/s\n", peak());
}
