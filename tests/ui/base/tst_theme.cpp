// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/primary.h"
#include "uibase/theme.h"

#include "support/printing.h"
#include "ui/gui_test.h"

#include <QApplication>
#include <QFontMetrics>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace touchstone::ui;

namespace {

bool hasInk(const QImage& image) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 100)
                return true;
    return false;
}

const std::vector<Role> kGrounds = {Role::Surface, Role::Window,    Role::Raised,
                                    Role::Sunken,  Role::Selection, Role::SelectionInactive};

}  // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrast_data() {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("text");
        QTest::addColumn<int>("ground");
        QTest::addColumn<double>("need");
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const auto row = [scheme](Role text, Role ground, double need = 4.5) {
                const QByteArray name =
                    (scheme == Scheme::Dark ? "dark " : "light ") + roleName(text) + " on " + roleName(ground);
                QTest::newRow(name.constData()) << int(scheme) << int(text) << int(ground) << need;
            };
            for (const Role ground : kGrounds)
                for (const Role text : {Role::Text, Role::TextMuted})
                    row(text, ground);
            for (const Role text : {Role::AccentText, Role::Better, Role::Worse, Role::Warning, Role::Info})
                for (const Role ground : {Role::Surface, Role::Window, Role::Raised, Role::Selection})
                    row(text, ground);
            for (int role = int(Role::SyntaxText); role <= int(Role::SyntaxGutter); ++role)
                for (const Role ground : {Role::Surface, Role::SyntaxCurrent})
                    row(static_cast<Role>(role), ground);
            for (const Role ground : {Role::DiffAdd, Role::DiffDel, Role::Hover, Role::AccentTint})
                row(Role::Text, ground);
            row(Role::OnAccent, Role::AccentFill);
            row(Role::OnAccent, Role::AccentHover);
            row(Role::AccentText, Role::AccentTint);
            row(Role::Better, Role::BetterTint);
            row(Role::Worse, Role::WorseTint);
            row(Role::Warning, Role::WarningTint);
            row(Role::Info, Role::InfoTint);
            row(Role::ChartAxis, Role::ChartArea);
            for (const Role ground : {Role::Surface, Role::Window, Role::Raised})
                row(Role::Focus, ground, 3.0);
        }
    }
    void contrast() {
        QFETCH(int, scheme);
        QFETCH(int, text);
        QFETCH(int, ground);
        QFETCH(double, need);
        const Tokens tokens = loadTokens(static_cast<Scheme>(scheme));
        const double ratio =
            contrastRatio(tokens.color(static_cast<Role>(text)), tokens.color(static_cast<Role>(ground)));
        QVERIFY2(ratio >= need, QByteArray::number(ratio));
    }

    void contrastOfKnownPairs() {
        QCOMPARE(qRound(contrastRatio(Qt::white, Qt::black)), 21);
        QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void everyIconHasInk_data() {
        QTest::addColumn<int>("icon");
        for (std::size_t i = 0; i < kIconCount; ++i)
            QTest::newRow(iconName(static_cast<Icon>(i)).toLatin1().constData()) << int(i);
    }
    void everyIconHasInk() {
        QFETCH(int, icon);
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            const Theme theme(mode);
            for (const int size : {14, 16, 20, 24, 40}) {
                const QImage image = theme.icon(static_cast<Icon>(icon)).pixmap(size).toImage();
                QCOMPARE(image.width(), qRound(size * image.devicePixelRatio()));
                QVERIFY(hasInk(image));
            }
        }
    }

    void iconsAreNamed() {
        QVERIFY(iconNamed(u"chevron-down") == Icon::ChevronDown);
        QVERIFY(!iconNamed(u"no-such-icon"));
    }

    void iconsFollowTheTheme() {
        Theme theme(ThemeMode::Light);
        const QIcon icon = theme.icon(Icon::Stop, Role::Text);
        const auto centre = [&icon] { return icon.pixmap(20).toImage().pixelColor(10, 10); };
        QCOMPARE(centre(), theme.color(Role::Text));
        theme.setMode(ThemeMode::Dark);
        QCOMPARE(centre(), theme.color(Role::Text));
        QCOMPARE(icon.pixmap(20, QIcon::Disabled).toImage().pixelColor(10, 10), theme.color(Role::TextDisabled));
        QCOMPARE(icon.pixmap(20, QIcon::Normal, QIcon::On).toImage().pixelColor(10, 10), theme.color(Role::AccentText));
    }

    void signalsOnlyChanges() {
        Theme theme(ThemeMode::Light);
        QSignalSpy changed(&theme, &Theme::themeChanged);
        theme.setMode(ThemeMode::Light);
        theme.setZoom(1);
        QCOMPARE(changed.count(), 0);
        theme.setMode(ThemeMode::Dark);
        theme.setZoom(1.5);
        QCOMPARE(changed.count(), 2);
        theme.setZoom(100);
        QCOMPARE(theme.zoom(), 3.0);
        QCOMPARE(theme.px(10), 30);
    }

    void digitsAreTabular() {
        const Theme theme(ThemeMode::Light);
        for (const TextStyle style : {TextStyle::Caption, TextStyle::Body, TextStyle::BodyStrong, TextStyle::Title,
                                      TextStyle::Figure, TextStyle::Mono, TextStyle::Editor}) {
            const QFontMetrics metrics(theme.font(style));
            for (const QChar digit : QStringLiteral("0123456789"))
                QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(QLatin1Char('8')));
        }
    }

    void applicationFollows() {
        Theme theme(ThemeMode::Light);
        installTheme(*qApp, theme);
        QLabel label;
        setTextStyle(label, theme, TextStyle::Title);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Role::Window));
        QCOMPARE(label.font().pixelSize(), 16);
        theme.setMode(ThemeMode::Dark);
        theme.setZoom(2);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Role::Window));
        QCOMPARE(QApplication::font().pixelSize(), 26);
        QCOMPARE(label.font().pixelSize(), 32);
    }

    void primaryButtonIsFilled() {
        Theme theme(ThemeMode::Light);
        installTheme(*qApp, theme);
        QPushButton button;
        button.resize(80, 30);
        setPrimary(button);
        QVERIFY(isPrimary(&button));
        QCOMPARE(button.grab().toImage().pixelColor(20, 15), theme.color(Role::AccentFill));
    }
};

GUI_TEST_MAIN(ThemeTest)
#include "tst_theme.moc"
