// SPDX-License-Identifier: Apache-2.0
//
// Lets QCOMPARE print std::string and friends, and turns a Result's error into a readable failure.

#pragma once

#include "base/result.h"

#include <QTest>

#include <string>
#include <string_view>

namespace QTest {

template <>
inline char* toString(const std::string& text) {
    return qstrdup(text.c_str());
}

template <>
inline char* toString(const std::string_view& text) {
    return qstrdup(std::string(text).c_str());
}

}  // namespace QTest

// Fails the test with the error's message unless `result`, evaluated once, holds a value.
#define VERIFY_OK(...)                                                                                    \
    do {                                                                                                  \
        const auto& verifiedResult = (__VA_ARGS__);                                                       \
        QVERIFY2(verifiedResult.ok(), verifiedResult.ok() ? "" : verifiedResult.error().message.c_str()); \
    } while (false)
