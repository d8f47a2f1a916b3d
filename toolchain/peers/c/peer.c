/*
 * Measures draws.h and reduced.h. Prints millions of draws a second and the share accepted (which must agree with any other
 * implementation), and the rate of the normal numbers alone. Wide networks in reduced form are measured on one thread.
 *
 * usage: peer [threads [seconds per shape [only this shape]]]
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "reduced.h"

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

enum { SLICES = 10000 };

typedef struct {
    const Shape *shape;
    Loop loop;
    double seconds;
    uint64_t seed;
    double draws, accepted, rate, mean;
} Job;

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Two rates: the median of slices of 50 ms, which a disturbed core moves little, and that of the whole time. */
static void *work(void *pointer) {
    Job *job = pointer;
    float *tile = aligned_alloc(64, 4 * TILE * LANES * sizeof(float));
    Draws draws;
    seed(&draws, job->seed);
    double begin = now(), end = begin + job->seconds, rates[SLICES];
    int slices = 0;
    int groups = 4800;
    if (job->shape && job->shape->width > 5) groups = 480;
    while (now() < end && slices < SLICES) {
        double start = now(), count = 0;
        while (now() - start < 0.05) {
            if (job->shape) {
                job->accepted += job->loop(job->shape, &draws, tile, groups);
                count += groups * LANES;
            } else {
                for (int i = 0; i < 100; i++) normals(&draws, tile, TILE / 2);
                count += 100.0 * TILE * LANES;
            }
        }
        job->draws += count;
        rates[slices++] = count / (now() - start);
    }
    job->mean = job->draws / (now() - begin);
    qsort(rates, slices, sizeof *rates, ascending);
    job->rate = rates[slices / 2];
    free(tile);
    return 0;
}

static Job run(const Shape *shape, Loop loop, int threads, double seconds) {
    pthread_t ids[64];
    Job jobs[64], sum = {0};
    for (int i = 0; i < threads; i++) {
        jobs[i] = (Job) {shape, loop, seconds, 1000 + i, 0, 0, 0, 0};
        if (pthread_create(&ids[i], 0, work, &jobs[i])) exit(1);
    }
    for (int i = 0; i < threads; i++) {
        pthread_join(ids[i], 0);
        sum.draws += jobs[i].draws;
        sum.accepted += jobs[i].accepted;
        sum.rate += jobs[i].rate;
        sum.mean += jobs[i].mean;
    }
    return sum;
}

/* The best rate of slices of some tens of milliseconds, in draws a second. */
static double wide_rate(const Wide *shape, double seconds) {
    float *tile = aligned_alloc(64, 4 * TILE * LANES * sizeof(float));
    Draws draws;
    seed(&draws, 1);
    double best = 0;
    int groups = 1 + 40000 / (shape->width * shape->depth);
    for (double end = now() + seconds; now() < end;) {
        double start = now();
        reduced(shape, &draws, tile, groups);
        double rate = groups * LANES / (now() - start);
        best = rate > best ? rate : best;
    }
    free(tile);
    return best;
}

int main(int count, char **args) {
    int all = sizeof SHAPES / sizeof *SHAPES;
    int threads = count > 1 ? atoi(args[1]) : 1;
    double seconds = count > 2 ? atof(args[2]) : 1;
    int only = count > 3 ? atoi(args[3]) : -1;
    if (threads < 1 || threads > 64 || !(seconds > 0) || (count > 3 && (only < 0 || only >= all))) {
        fprintf(stderr, "usage: peer [threads (1 to 64) [seconds per shape [only this shape (0 to %d)]]]\n", all - 1);
        return 2;
    }
    printf("threads %d\n", threads);
    if (only < 0) printf("normals %.2f G/s\n", run(0, 0, threads, seconds).rate / 1e9);
    printf("%6s %6s %11s %12s %12s %12s %15s\n", "width", "depth", "normalized", "Mdraws/s", "in all", "p", "first residuals");
    for (int i = 0; i < all; i++) {
        if (only >= 0 && i != only) continue;
        const Shape *s = &SHAPES[i];
        prepare(s);
        int best = 0;
        double rate = 0;
        for (size_t f = 0; f < sizeof FIRSTS / sizeof *FIRSTS; f++) {
            double tried = run(s, LOOPS[f], 1, 0.16).rate;
            if (tried > rate) rate = tried, best = (int) f;
        }
        Job job = run(s, LOOPS[best], threads, seconds);
        printf("%6d %6d %11s %12.2f %12.2f %12.3e %15d\n", s->width, s->depth, s->normalized ? "yes" : "no", job.rate / 1e6,
               job.mean / 1e6, job.accepted / job.draws, FIRSTS[best]);
    }
    prepare_wide();
    for (size_t i = 0; only < 0 && i < sizeof WIDE / sizeof *WIDE; i++) {
        printf("reduced, %s, width %d, depth %d: %.4f Mdraws/s\n", WIDE[i].activation == TANGENT ? "tanh" : "leaky ReLU",
               WIDE[i].width, WIDE[i].depth, wide_rate(&WIDE[i], seconds) / 1e6);
    }
    return 0;
}
