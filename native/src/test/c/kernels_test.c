// Evaluates the questions of a file on one tier and compares the digests of what is reported with those of plain Java, which
// wrote the file: kernels_test TIER FILE. Ends with 77, which skips the test, where the processor can't run the tier.
//
// A question is 13 numbers of shape and 7 scalars in the order of chunk_kernel.h, the matrices and targets of both losses, then
// for each of a number of chunks: its number of groups, 32 words of state and the digest. Floats are written as their bits in hex.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chunk_kernel.h"

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
static uint64_t mixed(uint64_t digest, uint32_t word) { return (digest ^ word) * 0x100000001b3u; }

static uint64_t digest_of(const report *r) {
    uint64_t digest = 0xcbf29ce484222325u;
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

static const kernel_table *wanted(const char *name) {
    for (int i = 0; i < tier_count(); i++) {
        if (strcmp(tier(i)->tier, name) == 0) {
            if (!tier_runs_here(i)) {
                printf("this processor can't run %s\n", name);
                exit(77);
            }
            return tier(i);
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
        kernels->evaluate(k, groups);
        uint64_t found = digest_of(&k->reported);
        if (found != expected) {
            printf("question %d chunk %d on %s: digest %016" PRIx64 ", Java has %016" PRIx64 "\n", number, c, kernels->tier, found,
                   expected);
            wrong++;
        }
    }
    free(memory);
    return wrong;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fail("usage: kernels_test TIER FILE");
    }
    const kernel_table *kernels = wanted(argv[1]);
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
    fclose(file);
    if (questions < 1) {
        fail("the file has no questions");
    }
    printf("%d questions on %s: %d wrong digests\n", questions, kernels->tier, wrong);
    return wrong > 0;
}
