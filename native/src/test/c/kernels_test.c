// Evaluates the questions of a file on one tier, and compares the digests of the reports with the file's, which plain Java wrote:
// kernels_test TIER FILE. Exits with 77, which skips the test, if the processor can't run the tier.
//
// A question is its numbers of shape and its scalars in the order of chunk_kernel.h, the matrices and targets of both losses, then
// for each of a number of chunks: its number of groups, 32 words of state and the digest; then 32 words of state and the digests
// of the steps that are called alone. Sparse products come next, then shapes of gradient
// descent in the order of descent.h with the digest of a few steps. Floats are written as their bits in hex. Buffers have the
// least size, so that the sanitizers notice an access beyond it.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chunk_kernel.h"
#include "descent.h"
#include "sparse.h"

static FILE *file;

static void fail(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static int32_t read_int(void) {
    int32_t value;
    if (fscanf(file, "%" SCNd32, &value) != 1) {
        fail("the file of cases ends too early: expected a number");
    }
    return value;
}

static uint64_t read_hex(void) {
    uint64_t value;
    if (fscanf(file, "%" SCNx64, &value) != 1) {
        fail("the file of cases ends too early: expected a hexadecimal number");
    }
    return value;
}

static void read_floats(float *to, int count) {
    for (int i = 0; i < count; i++) {
        uint32_t bits = (uint32_t)read_hex();
        memcpy(to + i, &bits, sizeof bits);
    }
}

// FNV-1a over whole 32-bit words.
static const uint64_t DIGEST_START = 0xcbf29ce484222325u;

static uint64_t mixed(uint64_t digest, uint32_t word) { return (digest ^ word) * 0x100000001b3u; }

static uint64_t digest_of(const report *r) {
    uint64_t digest = DIGEST_START;
    for (int i = 0; i < r->count; i++) {
        digest = mixed(digest, (uint32_t)r->group[i]);
        for (int l = 0; l < LOGICAL; l++) {
            uint32_t train, test;
            memcpy(&train, r->train_loss + LOGICAL * i + l, sizeof train);
            memcpy(&test, r->generalization_loss + LOGICAL * i + l, sizeof test);
            digest = mixed(mixed(digest, train), test);
        }
    }
    return digest;
}

static uint64_t continued(uint64_t digest, const float *numbers, int64_t count) {
    for (int64_t i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, numbers + i, sizeof bits);
        digest = mixed(digest, bits);
    }
    return digest;
}

static uint64_t digest_of_floats(const float *numbers, int count) { return continued(DIGEST_START, numbers, count); }

static float *floats_of(int count) {
    float *numbers = calloc((size_t)count, sizeof *numbers);
    if (!numbers) {
        fail("not enough memory");
    }
    return numbers;
}

// 1 if a step's digest is not the next one in the file.
static int differs(const char *tier, const char *step, uint64_t found) {
    uint64_t expected = read_hex();
    if (found == expected) {
        return 0;
    }
    printf("%s on %s: digest %016" PRIx64 ", Java has %016" PRIx64 "\n", step, tier, found, expected);
    return 1;
}

// Two runs of the Gram sums of two groups, their factors, and normals that these correlate in place.
static int check_correlation(const kernel_table *kernels, const question *q, const float *normals) {
    const int entries = q->rows * q->cols, count = 2 * entries * LOGICAL, floats = q->rows * (q->rows + 1) * LOGICAL;
    float *y = floats_of(count), *sums = floats_of(floats), *lost = floats_of(floats);
    memcpy(y, normals, (size_t)count * sizeof *y);
    correlation job = {
        .groups = 2, .rows = q->rows, .units = q->cols, .w = y, .w_group = entries, .w_unit = q->rows,
        .y = y, .y_group = entries, .y_unit = q->rows, .y_row = 1, .lower = sums, .sums = sums, .lost = lost, .fresh = 1,
    };
    kernels->add_gram(&job);
    job.fresh = 0;
    kernels->add_gram(&job);
    int wrong = differs(kernels->tier, "add_gram", digest_of_floats(sums, floats));
    wrong += differs(kernels->tier, "add_gram", digest_of_floats(lost, floats));
    kernels->factor(&job);
    wrong += differs(kernels->tier, "factor", digest_of_floats(sums, floats));
    kernels->correlate(&job);
    wrong += differs(kernels->tier, "correlate", digest_of_floats(y, count));
    free(y);
    free(sums);
    free(lost);
    return wrong;
}

// Calls every step alone, on buffers of two groups.
static int check_steps(const kernel_table *kernels, chunk_kernel *k) {
    const question *q = &k->asked;
    const char *tier = kernels->tier;
    const int entries = q->rows * q->cols, vectors = 2 * entries, count = vectors * LOGICAL;
    float *a = floats_of(count), *b = floats_of(count), *products = floats_of(count);
    float *train = floats_of(2 * LOGICAL), *test = floats_of(2 * LOGICAL);
    for (int i = 0; i < STATE_WORDS; i++) {
        k->random.state[i] = read_hex();
    }
    kernels->start(&k->random, q->uniform);
    kernels->fill(&k->random, q->uniform, a, vectors);
    kernels->fill(&k->random, q->uniform, b, vectors);
    int wrong = differs(tier, "fill", digest_of_floats(a, count)) + differs(tier, "fill", digest_of_floats(b, count));
    multiplication job = {
        .groups = 2, .rows = q->rows, .cols = q->cols, .units = 2, .y = a, .y_group = entries, .y_row = 1, .y_unit = q->rows,
        .w = b, .w_group = entries, .w_unit = q->cols, .out = products, .out_group = entries, .fresh = 1,
    };
    kernels->multiply(&job);
    job.fresh = 0;
    kernels->multiply(&job);
    wrong += differs(tier, "multiply", digest_of_floats(products, count));
    float *shared = floats_of(count);
    job.out = shared;
    job.fresh = 1;
    kernels->multiply_shared(&job);
    wrong += differs(tier, "multiply_shared", digest_of_floats(shared, count));
    free(shared);
    kernels->activate(q, products + LOGICAL, vectors - 1);
    wrong += differs(tier, "activate", digest_of_floats(products, count));
    wrong += check_correlation(kernels, q, a);
    kernels->measure(q, products, 2, train, NULL);
    kernels->measure(q, products, 2, train, test);
    wrong += differs(tier, "measure", digest_of_floats(train, 2 * LOGICAL));
    wrong += differs(tier, "measure", digest_of_floats(test, 2 * LOGICAL));
    k->reported.count = 0;
    kernels->judge(q, products, 3, 2, &k->reported);
    wrong += differs(tier, "judge", digest_of(&k->reported));
    kernels->propose(q->uniform, b + LOGICAL, a + LOGICAL, vectors - 1, 0.6f, 0.8f);
    wrong += differs(tier, "propose", digest_of_floats(b, count));
    int32_t chosen[LOGICAL];
    for (int l = 0; l < LOGICAL; l++) {
        chosen[l] = l % 3 ? 0 : -1;
    }
    kernels->select_lanes(chosen, b, a, vectors);
    wrong += differs(tier, "select", digest_of_floats(a, count));
    free(a);
    free(b);
    free(products);
    free(train);
    free(test);
    return wrong;
}

static int32_t *read_ints(int count) {
    int32_t *numbers = calloc((size_t)count, sizeof *numbers);
    if (!numbers) {
        fail("not enough memory");
    }
    for (int i = 0; i < count; i++) {
        numbers[i] = read_int();
    }
    return numbers;
}

// The same made-up numbers as in Java.
static float *numbers(int count, int factor) {
    float *all = floats_of(count);
    for (int i = 0; i < count; i++) {
        all[i] = (float)(i * factor % 101 - 50) / 64;
    }
    return all;
}

static int check_sparse(const char *tier, const sparse_table *kernels) {
    int rows = read_int(), cols = read_int(), length = read_int(), count = read_int();
    int32_t *part_memory = read_ints(read_int()), *strip_memory = read_ints(read_int());
    sparse_block parts = block_at(part_memory), strips = block_at(strip_memory);
    float *a = numbers(rows * length, 37), *b = numbers(cols * length, 41), *values = numbers(count, 43);
    float *tiled = floats_of(count), *scratch = floats_of(PART * (rows + cols));
    kernels->sample(&parts, length, a, b, values, tiled, scratch);
    int wrong = differs(tier, "sample", digest_of_floats(values, count));
    free(scratch);
    scratch = floats_of(STRIP * (rows + cols));
    kernels->arrange(&strips, values, tiled);
    for (int first = 0; first < length; first += STRIP) {
        kernels->spread(&strips, tiled, length, first, b, a, scratch);
    }
    wrong += differs(tier, "spread", digest_of_floats(a, rows * length));
    free(scratch);
    free(tiled);
    free(a);
    free(b);
    free(values);
    free(part_memory);
    free(strip_memory);
    return wrong;
}

static float *vectors(int64_t count) { return floats_of((int)(LOGICAL * (count ? count : 1))); }

// Sixteen runs of gradient descent, on the numbers of DescentCases in Java.
static int check_descent(const char *tier, const descent_table *kernels, int steps) {
    descent d = {0};
    d.rows = read_int();
    d.cols = read_int();
    d.width = read_int();
    d.depth = read_int();
    d.activation = read_int();
    d.direction = read_int();
    d.measurements = read_int();
    d.shared = read_int();
    read_floats(&d.negative_slope, 1);
    const int length = d.depth == 1 ? d.cols : d.width;
    const int64_t entries = d.rows * d.cols, hidden = d.rows * d.width;
    const int64_t all = d.depth == 1 ? entries : (d.rows + (d.depth - 2) * d.width + d.cols) * (int64_t)d.width;
    const int64_t measured = d.measurements * entries;
    d.weights = numbers((int)(LOGICAL * all), 37);
    d.matrices = numbers((int)((d.shared ? 1 : LOGICAL) * measured), 41);
    d.targets = numbers(LOGICAL * d.measurements, 47);
    float **const zeros[] = {&d.gradient, &d.means, &d.squares, &d.features, &d.product, &d.product_gradient, &d.outer,
                             &d.inner, &d.shares, &d.residuals, &d.columns, &d.squared_residuals, &d.squared_norms, &d.length,
                             &d.second};
    const int64_t sizes[] = {all, all, all, (d.depth - 1) * hidden, entries, entries, hidden, hidden, d.measurements,
                             d.measurements, length, 1, 1, 1, 1};
    const int count = (int)(sizeof sizes / sizeof *sizes);
    for (int i = 0; i < count; i++) {
        *zeros[i] = vectors(sizes[i]);
    }
    for (int l = 0; l < LOGICAL; l++) {
        d.length[l] = (float)(1 + l) / 512;
        d.second[l] = d.direction == ADAM ? 1 + (float)l / 4 : (float)l / 32;
    }
    for (int i = 0; i < LOGICAL * d.measurements; i++) {
        d.shares[i] = 2.0f / (float)d.measurements;
    }
    uint64_t digest = DIGEST_START;
    for (int t = 0; t < steps; t++) {
        kernels->gradient(&d);
        kernels->step(&d);
        digest = continued(digest, d.squared_residuals, LOGICAL);
        digest = continued(digest, d.squared_norms, LOGICAL);
    }
    digest = continued(digest, d.weights, LOGICAL * all);
    digest = continued(digest, d.product, LOGICAL * entries);
    digest = continued(digest, d.gradient, LOGICAL * all);
    for (int i = 0; i < count; i++) {
        free(*zeros[i]);
    }
    free(d.weights);
    free(d.matrices);
    free(d.targets);
    return differs(tier, "descent", digest);
}

// The index of a tier.
static int wanted(const char *name) {
    for (int i = 0; i < tier_count(); i++) {
        if (strcmp(tier(i)->tier, name) == 0) {
            if (!tier_runs_here(i)) {
                printf("this processor can't run %s\n", name);
                exit(77);
            }
            return i;
        }
    }
    fprintf(stderr, "no tier %s in this build\n", name);
    exit(1);
}

static int check_question(const kernel_table *kernels, int number) {
    int32_t shape[SHAPE];
    float scalars[SCALARS];
    for (int i = 0; i < SHAPE; i++) {
        shape[i] = read_int();
    }
    read_floats(scalars, SCALARS);
    size_t bytes = (size_t)chunk_kernel_bytes(shape);
    void *memory = aligned_alloc(64, bytes);
    if (!memory) {
        fail("not enough memory");
    }
    memset(memory, 0, bytes);
    chunk_kernel *k = chunk_kernel_in(memory, shape, scalars);
    const int entries = shape[ROWS] * shape[COLS];
    read_floats(k->asked.train.matrices, entries * shape[TRAIN_ROWS]);
    read_floats(k->asked.train.targets, shape[TRAIN_ROWS]);
    read_floats(k->asked.test.matrices, entries * shape[TEST_ROWS]);
    read_floats(k->asked.test.targets, shape[TEST_ROWS]);
    int wrong = 0;
    int chunks = read_int();
    for (int c = 0; c < chunks; c++) {
        int groups = read_int();
        for (int i = 0; i < STATE_WORDS; i++) {
            k->random.state[i] = read_hex();
        }
        uint64_t expected = read_hex();
        kernels->evaluate(k, 0, groups);
        uint64_t found = digest_of(&k->reported);
        if (found != expected) {
            printf("question %d chunk %d on %s: digest %016" PRIx64 ", Java has %016" PRIx64 "\n", number, c, kernels->tier, found,
                   expected);
            wrong++;
        }
    }
    wrong += check_steps(kernels, k);
    free(memory);
    return wrong;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fail("usage: kernels_test TIER FILE");
    }
    const int index = wanted(argv[1]);
    const kernel_table *kernels = tier(index);
    file = fopen(argv[2], "r");
    if (!file) {
        perror(argv[2]);
        return 1;
    }
    int questions = read_int();
    int wrong = 0;
    for (int i = 0; i < questions; i++) {
        wrong += check_question(kernels, i);
    }
    wrong += check_sparse(kernels->tier, sparse_tier(index));
    const int shapes = read_int(), steps = read_int();
    for (int i = 0; i < shapes; i++) {
        wrong += check_descent(kernels->tier, descent_tier(index), steps);
    }
    fclose(file);
    if (questions < 1) {
        fail("the file has no questions");
    }
    printf("%d questions, sparse products and gradient descent on %s: %d wrong digests\n", questions, kernels->tier, wrong);
    return wrong > 0;
}
