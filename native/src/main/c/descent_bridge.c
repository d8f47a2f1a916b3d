// The functions of DescentBridge.java, where each is described. The Java caller has laid out the memory.
#include "descent_bridge.h"

#include <stddef.h>

#include "descent.h"

static const descent *descent_at(jlong address) { return (const descent *)(intptr_t)address; }

static void JNICALL gradient(JNIEnv *env, jclass type, jint index, jlong address) {
    (void)env;
    (void)type;
    descent_tier(index)->gradient(descent_at(address));
}

static void JNICALL step(JNIEnv *env, jclass type, jint index, jlong address) {
    (void)env;
    (void)type;
    descent_tier(index)->step(descent_at(address));
}

#define METHOD(name, java, signature) {(char *)(java), (char *)(signature), (void *)(name)}

static const JNINativeMethod methods[] = {
    METHOD(gradient, "gradient", "(IJ)V"),
    METHOD(step, "step", "(IJ)V"),
};

jint register_descent(JNIEnv *env) {
    jclass bridge = (*env)->FindClass(env, "org/guesscheck/nativekernels/jni/DescentBridge");
    return bridge ? (*env)->RegisterNatives(env, bridge, methods, sizeof methods / sizeof *methods) : JNI_ERR;
}
