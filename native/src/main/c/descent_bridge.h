// The functions of DescentBridge.java.
#ifndef GUESSCHECK_DESCENT_BRIDGE_H
#define GUESSCHECK_DESCENT_BRIDGE_H

#include <jni.h>

// Registers the functions; JNI_OK if that succeeded.
jint register_descent(JNIEnv *env);

#endif
