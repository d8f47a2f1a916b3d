// The functions of Bridge.java, where each is described. The Java callers have checked every argument.
#include <jni.h>
#include <stddef.h>

#include "chunk_kernel.h"
#include "descent_bridge.h"
#include "sparse.h"

static chunk_kernel *kernel_at(jlong address) { return (chunk_kernel *)(intptr_t)address; }

static void *pin(JNIEnv *env, jarray array) { return (*env)->GetPrimitiveArrayCritical(env, array, NULL); }

static void unpin(JNIEnv *env, jarray array, void *elements, jint mode) {
    (*env)->ReleasePrimitiveArrayCritical(env, array, elements, mode);
}

// Vector number at of an array. The first base elements are unused, so that vectors can start on cache lines.
static float *vector_at(float *elements, jint base, jint at) { return elements + base + LOGICAL * (ptrdiff_t)at; }

static jint JNICALL tiers(JNIEnv *env, jclass type) {
    (void)env;
    (void)type;
    return tier_count();
}

static jstring JNICALL tier_name(JNIEnv *env, jclass type, jint index) {
    (void)type;
    return (*env)->NewStringUTF(env, tier(index)->tier);
}

static jboolean JNICALL runs_here(JNIEnv *env, jclass type, jint index) {
    (void)env;
    (void)type;
    return tier_runs_here(index) ? JNI_TRUE : JNI_FALSE;
}

static jlong JNICALL bytes(JNIEnv *env, jclass type, jintArray shape) {
    (void)type;
    jint numbers[SHAPE];
    (*env)->GetIntArrayRegion(env, shape, 0, SHAPE, numbers);
    return chunk_kernel_bytes(numbers);
}

static void JNICALL prepare(JNIEnv *env, jclass type, jlong at, jintArray shape, jfloatArray scalars, jfloatArray train,
                            jfloatArray train_targets, jfloatArray test, jfloatArray test_targets) {
    (void)type;
    jint numbers[SHAPE];
    jfloat reals[SCALARS];
    (*env)->GetIntArrayRegion(env, shape, 0, SHAPE, numbers);
    (*env)->GetFloatArrayRegion(env, scalars, 0, SCALARS, reals);
    chunk_kernel *k = chunk_kernel_in(kernel_at(at), numbers, reals);
    jint entries = numbers[ROWS] * numbers[COLS];
    (*env)->GetFloatArrayRegion(env, train, 0, numbers[TRAIN_ROWS] * entries, k->asked.train.matrices);
    (*env)->GetFloatArrayRegion(env, train_targets, 0, numbers[TRAIN_ROWS], k->asked.train.targets);
    (*env)->GetFloatArrayRegion(env, test, 0, numbers[TEST_ROWS] * entries, k->asked.test.matrices);
    (*env)->GetFloatArrayRegion(env, test_targets, 0, numbers[TEST_ROWS], k->asked.test.targets);
}

static void set_state(JNIEnv *env, chunk_kernel *k, jlongArray state) {
    (*env)->GetLongArrayRegion(env, state, 0, STATE_WORDS, (jlong *)(void *)k->random.state);
}

// Appends the reported groups to the arrays of a ChunkReport that has count groups. Returns the new number of groups.
static jint give(JNIEnv *env, const report *r, jint count, jintArray group, jfloatArray train, jfloatArray generalization) {
    (*env)->SetIntArrayRegion(env, group, count, r->count, r->group);
    (*env)->SetFloatArrayRegion(env, train, LOGICAL * count, LOGICAL * r->count, r->train_loss);
    (*env)->SetFloatArrayRegion(env, generalization, LOGICAL * count, LOGICAL * r->count, r->generalization_loss);
    return count + r->count;
}

static jint JNICALL evaluate(JNIEnv *env, jclass type, jint index, jlong at, jlongArray state, jint from, jint to,
                             jint reported, jintArray group, jfloatArray train, jfloatArray generalization) {
    (void)type;
    chunk_kernel *k = kernel_at(at);
    if (from == 0) {
        set_state(env, k, state);
    }
    tier(index)->evaluate(k, from, to);
    return give(env, &k->reported, reported, group, train, generalization);
}

static void JNICALL start(JNIEnv *env, jclass type, jint index, jlong at, jlongArray state) {
    (void)type;
    chunk_kernel *k = kernel_at(at);
    set_state(env, k, state);
    tier(index)->start(&k->random, k->asked.uniform);
}

static void JNICALL fill(JNIEnv *env, jclass type, jint index, jlong at, jfloatArray out, jint base, jint vectors) {
    (void)type;
    chunk_kernel *k = kernel_at(at);
    float *elements = pin(env, out);
    if (elements) {
        tier(index)->fill(&k->random, k->asked.uniform, elements + base, vectors);
        unpin(env, out, elements, 0);
    }
}

static void JNICALL multiply(JNIEnv *env, jclass type, jint index, jint base, jint groups, jint rows, jint cols, jint units,
                             jfloatArray y, jboolean shared, jint y_at, jint y_group, jint y_row, jint y_unit, jfloatArray w,
                             jint w_at, jint w_group, jint w_unit, jfloatArray out, jint out_at, jint out_group, jboolean fresh) {
    (void)type;
    float *ys = pin(env, y);
    float *ws = ys ? pin(env, w) : NULL;
    float *sums = ws ? pin(env, out) : NULL;
    if (sums) {
        multiplication job = {
            .groups = groups, .rows = rows, .cols = cols, .units = units,
            .y = shared ? ys + y_at : vector_at(ys, base, y_at), .y_group = y_group, .y_row = y_row, .y_unit = y_unit,
            .w = vector_at(ws, base, w_at), .w_group = w_group, .w_unit = w_unit,
            .out = vector_at(sums, base, out_at), .out_group = out_group, .fresh = fresh,
        };
        (shared ? tier(index)->multiply_shared : tier(index)->multiply)(&job);
        unpin(env, out, sums, 0);
    }
    if (ws) {
        unpin(env, w, ws, JNI_ABORT);
    }
    if (ys) {
        unpin(env, y, ys, JNI_ABORT);
    }
}

static void JNICALL correlate(JNIEnv *env, jclass type, jint index, jint base, jint groups, jint rows, jint units, jfloatArray w,
                              jint w_at, jint w_group, jint w_unit, jfloatArray y, jint y_at, jint y_group, jint y_unit, jint y_row,
                              jfloatArray lower) {
    (void)type;
    const jboolean in_place = (*env)->IsSameObject(env, w, y);
    float *ws = pin(env, w);
    float *ys = in_place ? ws : ws ? pin(env, y) : NULL;
    float *triangles = ys ? pin(env, lower) : NULL;
    if (triangles) {
        correlation job = {
            .groups = groups, .rows = rows, .units = units, .w = vector_at(ws, base, w_at), .w_group = w_group, .w_unit = w_unit,
            .y = vector_at(ys, base, y_at), .y_group = y_group, .y_unit = y_unit, .y_row = y_row, .lower = triangles + base,
        };
        tier(index)->correlate(&job);
        unpin(env, lower, triangles, JNI_ABORT);
    }
    if (ys && !in_place) {
        unpin(env, y, ys, 0);
    }
    if (ws) {
        unpin(env, w, ws, in_place ? 0 : JNI_ABORT);
    }
}

static void JNICALL add_gram(JNIEnv *env, jclass type, jint index, jint base, jint groups, jint rows, jint units, jfloatArray y,
                             jint y_at, jint y_group, jint y_unit, jfloatArray sums, jfloatArray lost, jboolean fresh) {
    (void)type;
    float *ys = pin(env, y);
    float *totals = ys ? pin(env, sums) : NULL;
    float *corrections = totals ? pin(env, lost) : NULL;
    if (corrections) {
        correlation job = {
            .groups = groups, .rows = rows, .units = units, .y = vector_at(ys, base, y_at), .y_group = y_group, .y_unit = y_unit,
            .sums = totals + base, .lost = corrections + base, .fresh = fresh,
        };
        tier(index)->add_gram(&job);
        unpin(env, lost, corrections, 0);
    }
    if (totals) {
        unpin(env, sums, totals, 0);
    }
    if (ys) {
        unpin(env, y, ys, JNI_ABORT);
    }
}

static void JNICALL factor(JNIEnv *env, jclass type, jint index, jint base, jint groups, jint rows, jfloatArray sums) {
    (void)type;
    float *totals = pin(env, sums);
    if (totals) {
        correlation job = {.groups = groups, .rows = rows, .sums = totals + base};
        tier(index)->factor(&job);
        unpin(env, sums, totals, 0);
    }
}

static void JNICALL activate(JNIEnv *env, jclass type, jint index, jlong at, jfloatArray y, jint base, jint first, jint vectors,
                             jint runs, jint stride) {
    (void)type;
    float *elements = pin(env, y);
    if (elements) {
        for (jint run = 0; run < runs; run++) {
            float *from = vector_at(elements, base, first) + LOGICAL * (ptrdiff_t)run * stride;
            tier(index)->activate(&kernel_at(at)->asked, from, vectors);
        }
        unpin(env, y, elements, 0);
    }
}

static jint JNICALL judge(JNIEnv *env, jclass type, jint index, jlong at, jfloatArray products, jint base, jint first_group,
                          jint groups, jint count, jintArray group, jfloatArray train, jfloatArray generalization) {
    (void)type;
    chunk_kernel *k = kernel_at(at);
    k->reported.count = 0;
    float *elements = pin(env, products);
    if (!elements) {
        return count;
    }
    tier(index)->judge(&k->asked, elements + base, first_group, groups, &k->reported);
    unpin(env, products, elements, JNI_ABORT);
    return give(env, &k->reported, count, group, train, generalization);
}

static void JNICALL measure(JNIEnv *env, jclass type, jint index, jlong at, jfloatArray products, jint base, jint groups,
                            jfloatArray train, jfloatArray generalization) {
    (void)type;
    float *elements = pin(env, products);
    float *trains = elements ? pin(env, train) : NULL;
    float *tests = trains && generalization ? pin(env, generalization) : NULL;
    if (trains && (tests || !generalization)) {
        tier(index)->measure(&kernel_at(at)->asked, elements + base, groups, trains, tests);
    }
    if (tests) {
        unpin(env, generalization, tests, 0);
    }
    if (trains) {
        unpin(env, train, trains, 0);
    }
    if (elements) {
        unpin(env, products, elements, JNI_ABORT);
    }
}

static void JNICALL propose(JNIEnv *env, jclass type, jint index, jlong at, jint base, jfloatArray noise, jint noise_at,
                            jfloatArray current, jint current_at, jint vectors, jfloat keep, jfloat step) {
    (void)type;
    float *proposals = pin(env, noise);
    float *olds = proposals ? pin(env, current) : NULL;
    if (olds) {
        tier(index)->propose(kernel_at(at)->asked.uniform, vector_at(proposals, base, noise_at),
                             vector_at(olds, base, current_at), vectors, keep, step);
        unpin(env, current, olds, JNI_ABORT);
    }
    if (proposals) {
        unpin(env, noise, proposals, 0);
    }
}

static void JNICALL select_lanes(JNIEnv *env, jclass type, jint index, jint base, jintArray chosen, jint chosen_at,
                                 jfloatArray from, jint from_at, jfloatArray to, jint to_at, jint vectors) {
    (void)type;
    jint words[LOGICAL];
    (*env)->GetIntArrayRegion(env, chosen, chosen_at, LOGICAL, words);
    float *source = pin(env, from);
    float *copies = source ? pin(env, to) : NULL;
    if (copies) {
        tier(index)->select_lanes(words, vector_at(source, base, from_at), vector_at(copies, base, to_at), vectors);
        unpin(env, to, copies, 0);
    }
    if (source) {
        unpin(env, from, source, JNI_ABORT);
    }
}

static sparse_block block_of(jlong address) { return block_at((const int32_t *)(intptr_t)address); }

static float *floats_at(jlong address) { return (float *)(intptr_t)address; }

static void JNICALL sample(JNIEnv *env, jclass type, jint index, jlong block, jint length, jlong a, jlong b, jlong values, jlong tiled,
                           jlong scratch) {
    (void)env;
    (void)type;
    sparse_block s = block_of(block);
    sparse_tier(index)->sample(&s, length, floats_at(a), floats_at(b), floats_at(values), floats_at(tiled), floats_at(scratch));
}

static void JNICALL arrange(JNIEnv *env, jclass type, jint index, jlong block, jlong values, jlong tiled) {
    (void)env;
    (void)type;
    sparse_block s = block_of(block);
    sparse_tier(index)->arrange(&s, floats_at(values), floats_at(tiled));
}

static void JNICALL spread(JNIEnv *env, jclass type, jint index, jlong block, jlong tiled, jint length, jint first, jlong b, jlong c,
                           jlong scratch) {
    (void)env;
    (void)type;
    sparse_block s = block_of(block);
    sparse_tier(index)->spread(&s, floats_at(tiled), length, first, floats_at(b), floats_at(c), floats_at(scratch));
}

#define METHOD(name, java, signature) {(char *)(java), (char *)(signature), (void *)(name)}

static const JNINativeMethod methods[] = {
    METHOD(tiers, "tiers", "()I"),
    METHOD(tier_name, "tierName", "(I)Ljava/lang/String;"),
    METHOD(runs_here, "runsHere", "(I)Z"),
    METHOD(bytes, "bytes", "([I)J"),
    METHOD(prepare, "prepare", "(J[I[F[F[F[F[F)V"),
    METHOD(evaluate, "evaluate", "(IJ[JIII[I[F[F)I"),
    METHOD(start, "start", "(IJ[J)V"),
    METHOD(fill, "fill", "(IJ[FII)V"),
    METHOD(multiply, "multiply", "(IIIIII[FZIIII[FIII[FIIZ)V"),
    METHOD(correlate, "correlate", "(IIIII[FIII[FIIII[F)V"),
    METHOD(add_gram, "addGram", "(IIIII[FIII[F[FZ)V"),
    METHOD(factor, "factor", "(IIII[F)V"),
    METHOD(activate, "activate", "(IJ[FIIIII)V"),
    METHOD(judge, "judge", "(IJ[FIIII[I[F[F)I"),
    METHOD(measure, "measure", "(IJ[FII[F[F)V"),
    METHOD(propose, "propose", "(IJI[FI[FIIFF)V"),
    METHOD(select_lanes, "select", "(II[II[FI[FII)V"),
    METHOD(sample, "sample", "(IJIJJJJJ)V"),
    METHOD(arrange, "arrange", "(IJJJ)V"),
    METHOD(spread, "spread", "(IJJIIJJJ)V"),
};

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *vm, void *reserved) {
    (void)reserved;
    JNIEnv *env;
    if ((*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_10) != JNI_OK) {
        return JNI_ERR;
    }
    jclass bridge = (*env)->FindClass(env, "org/guesscheck/nativekernels/jni/Bridge");
    if (!bridge || (*env)->RegisterNatives(env, bridge, methods, sizeof methods / sizeof *methods) != JNI_OK ||
        register_descent(env) != JNI_OK) {
        return JNI_ERR;
    }
    return JNI_VERSION_10;
}
