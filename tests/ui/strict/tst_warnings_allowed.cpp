// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gui_test.h"

class WarningsAllowedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsExpectedPasses() {
        QTest::ignoreMessage(QtWarningMsg, "the file is not there");
        qWarning("the file is not there");
    }
    void whatOffscreenSaysPasses() { qWarning("This plugin does not support propagateSizeHints()"); }
    void whatIsNoWarningPasses() { qInfo("told"); }
};

GUI_TEST_MAIN(WarningsAllowedTest)
#include "tst_warnings_allowed.moc"
