// SPDX-License-Identifier: GPL-3.0-or-later
//
// main() of a test with widgets. It is QTEST_MAIN, but a warning of Qt fails the test function in which it comes; what
// a test expects it says by QTest::ignoreMessage().

#pragma once

#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <QThread>
#include <QTimer>

namespace touchstone::test {

// What the offscreen platform says of what it cannot do, such as passing on size hints.
inline const QString kAllowedWarning = QStringLiteral("This plugin does not support ");

// Lies over the message handler of QTest, which alone knows what is expected.
class StrictMessages {
public:
    StrictMessages() { s_before = qInstallMessageHandler(&StrictMessages::take); }
    ~StrictMessages() { qInstallMessageHandler(s_before); }
    StrictMessages(const StrictMessages&) = delete;
    StrictMessages& operator=(const StrictMessages&) = delete;

private:
    static QRegularExpression exactly(const QString& message) {
        return QRegularExpression(QRegularExpression::anchoredPattern(QRegularExpression::escape(message)));
    }

    static void take(QtMsgType type, const QMessageLogContext& context, const QString& message) {
        if (type == QtWarningMsg && QThread::currentThread() != qApp->thread())
            QTimer::singleShot(0, qApp, [message] { qWarning("from another thread: %s", qUtf8Printable(message)); });
        else if (type == QtWarningMsg && !message.startsWith(kAllowedWarning))
            QTest::failOnWarning(exactly(message));  // ends with the test function
        s_before(type, context, message);
    }

    static inline QtMessageHandler s_before = nullptr;
};

inline int runStrictly(QObject& test, int argc, char** argv) {
    QTest::qInit(&test, argc, argv);
    int failed = 0;
    {
        const StrictMessages strict;
        failed = QTest::qRun();
    }
    QTest::qCleanup();
    return failed;
}

}  // namespace touchstone::test

#define GUI_TEST_MAIN(TestObject)                               \
    int main(int argc, char** argv) {                           \
        QTest::Internal::callInitMain<TestObject>();            \
        QApplication app(argc, argv);                           \
        QApplication::setAttribute(Qt::AA_Use96Dpi);            \
        TestObject test;                                        \
        QTEST_SET_MAIN_SOURCE_PATH                              \
        return touchstone::test::runStrictly(test, argc, argv); \
    }
