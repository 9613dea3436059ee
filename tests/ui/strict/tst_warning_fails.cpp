// SPDX-License-Identifier: GPL-3.0-or-later
//
// This test fails, as ctest expects: a warning of Qt came in it.

#include "ui/gui_test.h"

class WarningFailsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyExpectedIt() { qWarning("QObject::connect: no such signal"); }
};

GUI_TEST_MAIN(WarningFailsTest)
#include "tst_warning_fails.moc"
