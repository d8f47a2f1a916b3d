// The data of the kernels, and the table of kernels, of which every tier has one.
#ifndef GUESSCHECK_KERNELS_H
#define GUESSCHECK_KERNELS_H

#include <stdint.h>

enum {
    LOGICAL = 16,      // draws in a group, one in each lane of a vector
    GROUPS = 512,      // groups in a chunk
    STATE_WORDS = 32,  // 2 streams x 2 words x 8 lanes of xoroshiro128++
    PIPELINE = 4       // pairs of normals in the pipeline
};

enum activation { LINEAR, TANH, LEAKY_RELU };

// Two streams of random words and, for normals, the state of the pipeline between calls.
typedef struct {
    _Alignas(64) uint64_t state[STATE_WORDS];
    float radius[LOGICAL];
    float square[LOGICAL];
    float partial[LOGICAL];
    float mantissa[LOGICAL];
    float exponent[LOGICAL];
    int32_t bits[LOGICAL];
} generator;

// The mean of squared residuals (<A_i, W> - y_i)^2: weight * the sum over all rows A_i.
typedef struct {
    int32_t rows;
    float weight;
    float *matrices;  // rows x entries
    float *targets;
} linear_loss;

// Where a group's weights lie, as WeightLayout in Java says; positions and strides count vectors.
typedef struct {
    int32_t per_group;      // vectors of weights that a group draws
    int32_t whole;          // whether they are drawn at once
    int32_t batch;          // groups whose weights are drawn at once, where a group's weights are
    int32_t tile;           // vectors of a tile of a first factor that is copied, where they are not
    int32_t tile_units;     // hidden units of a tile of a factor that is multiplied
    int32_t first_stride;   // from column to column of the first factor
    int32_t second;         // start of the second factor; further ones follow it without gaps where a group is drawn at once
    int32_t second_stride;  // from row to row of it, where factors lie row by row
} weight_layout;

typedef struct {
    int32_t rows, cols, width, depth;
    int32_t gram;  // whether products are drawn through Gram matrices
    weight_layout layout;
    int32_t uniform, normalized, activation, full_every;
    int32_t first_residuals;  // how many residuals most groups are rejected by
    float softening, final_scale, hidden_scale, negative_slope, largest_eps;
    linear_loss train, test;
} question;

// out[g][r][c] (+)= sum over u of y[g][r][u] w[g][u][c], for groups g. Strides count vectors of 16 floats; those of features count
// numbers where all lanes share the features.
typedef struct {
    int32_t groups, rows, cols, units;
    const float *y;
    int32_t y_group, y_row, y_unit;
    const float *w;
    int32_t w_group, w_unit;
    float *out;
    int32_t out_group;
    int32_t fresh;  // whether sums start at zero, not at the content of out
} multiplication;

// A hidden layer in reduced form; strides count vectors of 16 floats.
typedef struct {
    int32_t groups, rows, units;
    const float *w;              // for each unit as many independent normals as rows
    int32_t w_group, w_unit;
    float *y;                    // pre-activations, then features
    int32_t y_group, y_unit, y_row;
    const float *lower;          // groups x triangles: the factors by which normals become pre-activations
    float *sums, *lost;          // groups x triangles: Gram sums, and what rounding has taken from them
    int32_t fresh;               // whether sums start at zero instead of at what is there
} correlation;

// The reported groups: each group with a draw below the largest threshold, and every full_every-th group.
typedef struct {
    int32_t count;
    int32_t group[GROUPS];
    float train_loss[GROUPS * LOGICAL];
    float generalization_loss[GROUPS * LOGICAL];
} report;

// The question and the buffers of one thread.
typedef struct {
    question asked;
    generator random;
    float *weights, *features, *next_features, *products;
    float *lower, *sums, *lost;  // triangles, where products are drawn through Gram matrices
    report reported;
} chunk_kernel;

// Every kernel: result, name, arguments. To add a kernel, name it here and write it in kernels.c or a part of kernels.c.
#define KERNELS(X)                                                                                              \
    X(void, start, (generator * g, int uniform))                                                                \
    X(void, fill, (generator * g, int uniform, float *out, int vectors))                                        \
    X(void, multiply, (const multiplication *job))                                                              \
    X(void, multiply_shared, (const multiplication *job))                                                       \
    X(void, activate, (const question *q, float *y, int vectors))                                               \
    X(void, correlate, (const correlation *job))                                                                \
    X(void, add_gram, (const correlation *job))                                                                 \
    X(void, factor, (const correlation *job))                                                                   \
    X(void, judge, (const question *q, const float *products, int first_group, int groups, report *r))          \
    X(void, measure, (const question *q, const float *products, int groups, float *train, float *test))         \
    X(void, propose, (int uniform, float *noise, const float *current, int vectors, float keep, float step))    \
    X(void, select_lanes, (const int32_t *chosen, const float *from, float *to, int vectors))                   \
    X(void, evaluate, (chunk_kernel * k, int from, int to))

typedef struct {
    const char *tier;
#define KERNEL(result, name, arguments) result(*name) arguments;
    KERNELS(KERNEL)
#undef KERNEL
} kernel_table;

// Every tier of instruction sets, by rising preference. All tiers of a processor are compiled. One is chosen at load.
#if defined(__x86_64__)
#define TIERS(X) X(avx2) X(avx512)
#elif defined(__aarch64__)
#define TIERS(X) X(neon)
#endif

#define TIER(name) extern const kernel_table kernels_##name;
TIERS(TIER)
#undef TIER

// The number of tiers in this library, and whether the processor and the operating system can run a tier.
int tier_count(void);
const kernel_table *tier(int index);
int tier_runs_here(int index);

#endif
