#include "chunk_kernel.h"

enum { LINE = 64 };

// Takes count floats from memory that is used up to *used, in whole cache lines. Without memory, it only adds up the size.
static float *take(char *memory, int64_t *used, int64_t count) {
    int64_t at = *used;
    *used += (count * (int64_t)sizeof(float) + LINE - 1) / LINE * LINE;
    return memory ? (float *)(void *)(memory + at) : 0;
}

static int64_t lay_out(char *memory, const int32_t shape[SHAPE]) {
    chunk_kernel unused;
    chunk_kernel *k = memory ? (chunk_kernel *)(void *)memory : &unused;
    const int64_t entries = (int64_t)shape[ROWS] * shape[COLS];
    int64_t used = (sizeof(chunk_kernel) + LINE - 1) / LINE * LINE;
    k->asked.train.matrices = take(memory, &used, entries * shape[TRAIN_ROWS]);
    k->asked.train.targets = take(memory, &used, shape[TRAIN_ROWS]);
    k->asked.test.matrices = take(memory, &used, entries * shape[TEST_ROWS]);
    k->asked.test.targets = take(memory, &used, shape[TEST_ROWS]);
    if (!shape[BUFFERS]) {
        return used;
    }
    const int64_t batch = shape[BATCH];
    const int64_t hidden = shape[DEPTH] > 2 && !shape[GRAM] ? batch * shape[ROWS] * shape[WIDTH] : 0;
    const int64_t triangles = shape[GRAM] ? batch * shape[ROWS] * (shape[ROWS] + 1) / 2 : 0;
    k->weights = take(memory, &used, LOGICAL * (int64_t)shape[AT_ONCE]);
    k->features = take(memory, &used, LOGICAL * hidden);
    k->next_features = take(memory, &used, LOGICAL * hidden);
    k->products = take(memory, &used, LOGICAL * batch * entries);
    k->lower = take(memory, &used, LOGICAL * triangles);
    k->sums = take(memory, &used, LOGICAL * triangles);
    k->lost = take(memory, &used, LOGICAL * triangles);
    return used;
}

int64_t chunk_kernel_bytes(const int32_t shape[SHAPE]) { return lay_out(0, shape); }

chunk_kernel *chunk_kernel_in(void *memory, const int32_t shape[SHAPE], const float scalars[SCALARS]) {
    chunk_kernel *k = memory;
    question *q = &k->asked;
    q->rows = shape[ROWS];
    q->cols = shape[COLS];
    q->width = shape[WIDTH];
    q->depth = shape[DEPTH];
    q->gram = shape[GRAM];
    q->layout.per_group = shape[PER_GROUP];
    q->layout.whole = shape[WHOLE];
    q->layout.batch = shape[BATCH];
    q->layout.tile = shape[TILE];
    q->layout.tile_units = shape[TILE_UNITS];
    q->layout.first_stride = shape[FIRST_STRIDE];
    q->layout.second = shape[SECOND];
    q->layout.second_stride = shape[SECOND_STRIDE];
    q->uniform = shape[UNIFORM];
    q->normalized = shape[NORMALIZED];
    q->activation = shape[ACTIVATION];
    q->full_every = shape[FULL_EVERY];
    q->first_residuals = shape[FIRST_RESIDUALS];
    q->softening = scalars[SOFTENING];
    q->final_scale = scalars[FINAL_SCALE];
    q->hidden_scale = scalars[HIDDEN_SCALE];
    q->negative_slope = scalars[NEGATIVE_SLOPE];
    q->largest_eps = scalars[LARGEST_EPS];
    q->train.rows = shape[TRAIN_ROWS];
    q->train.weight = scalars[TRAIN_WEIGHT];
    q->test.rows = shape[TEST_ROWS];
    q->test.weight = scalars[TEST_WEIGHT];
    lay_out(memory, shape);
    return k;
}
