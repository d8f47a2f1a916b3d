#include "chunk_kernel.h"

// Weights of a batch: 19 KiB, so that their products share the first-level cache with them.
enum { LINE = 64, LARGEST_BATCH = 16, WHOLE_VECTORS = 512, BATCH_VECTORS = 304 };

static int largest(int a, int b) { return a > b ? a : b; }

static int batch_of(const int32_t shape[SHAPE]) {
    // Groups are judged in pairs.
    int fitting = BATCH_VECTORS / shape[PER_GROUP] & ~1;
    int batch = fitting > LARGEST_BATCH ? LARGEST_BATCH : largest(fitting, 2);
    return !shape[WHOLE] || 2 * shape[PER_GROUP] > WHOLE_VECTORS ? 1 : batch;
}

// Even, so that no tile but a factor's last ends within a pair of normals.
static int tile_units_of(const int32_t shape[SHAPE]) {
    int widest = shape[DEPTH] == 2 ? shape[ROWS] + shape[COLS] : largest(shape[WIDTH], shape[COLS]);
    return largest(2, TILE_VECTORS / widest & ~1);
}

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
    const int64_t batch = batch_of(shape);
    const int64_t outputs = shape[DEPTH] == 2 ? shape[ROWS] + shape[COLS] : largest(shape[WIDTH], shape[COLS]);
    const int64_t tile = outputs * tile_units_of(shape);
    const int64_t drawn = shape[WHOLE] ? batch * shape[PER_GROUP] : tile > TILE_VECTORS ? tile : TILE_VECTORS;
    const int64_t hidden = shape[DEPTH] > 2 ? batch * shape[ROWS] * shape[WIDTH] : 0;
    k->weights = take(memory, &used, LOGICAL * (drawn + 1));
    k->features = take(memory, &used, LOGICAL * hidden);
    k->next_features = take(memory, &used, LOGICAL * hidden);
    k->products = take(memory, &used, LOGICAL * batch * entries);
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
    q->per_group = shape[PER_GROUP];
    q->whole = shape[WHOLE];
    q->uniform = shape[UNIFORM];
    q->normalized = shape[NORMALIZED];
    q->activation = shape[ACTIVATION];
    q->full_every = shape[FULL_EVERY];
    q->softening = scalars[SOFTENING];
    q->final_scale = scalars[FINAL_SCALE];
    q->hidden_scale = scalars[HIDDEN_SCALE];
    q->negative_slope = scalars[NEGATIVE_SLOPE];
    q->largest_eps = scalars[LARGEST_EPS];
    q->train.rows = shape[TRAIN_ROWS];
    q->train.weight = scalars[TRAIN_WEIGHT];
    q->test.rows = shape[TEST_ROWS];
    q->test.weight = scalars[TEST_WEIGHT];
    k->batch = batch_of(shape);
    k->tile_units = tile_units_of(shape);
    lay_out(memory, shape);
    return k;
}
