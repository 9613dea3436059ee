// SPDX-License-Identifier: GPL-3.0-or-later

#include "about_dialog.h"

#include "page_browser.h"
#include "uibase/link_button.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSysInfo>

namespace touchstone::ui {
namespace {

const QString kFolder = QStringLiteral(":/touchstone/licenses");
const QString kNotices = QStringLiteral("NOTICES.md");

// A text is kept as it is: each line stands for itself.
QString licenceText(const QString& file) {
    QFile source(kFolder + QLatin1Char('/') + file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(source.readAll());
    return file.endsWith(QStringLiteral(".md")) ? text : QStringLiteral("```\n%1\n```").arg(text);
}

QString compilerName() {
#if defined(__clang__)
    return QStringLiteral("clang %1.%2").arg(__clang_major__).arg(__clang_minor__);
#else
    return QStringLiteral("g++ %1.%2").arg(__GNUC__).arg(__GNUC_MINOR__);
#endif
}

QLabel* makeText(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

QString buildDescription() {
    return AboutDialog::tr("Touchstone %1\nBuilt with %2 for %3\nQt %4 (built against %5)\n%6")
        .arg(QCoreApplication::applicationVersion(), compilerName(), QSysInfo::buildCpuArchitecture(),
             QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR), QSysInfo::prettyProductName());
}

AboutDialog::AboutDialog(const Theme& theme, QWidget* parent) : QDialog(parent), m_theme(theme) {
    setObjectName(QStringLiteral("about"));
    setWindowTitle(tr("About Touchstone"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeAbout"));
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    layout->addWidget(makeLicences(), 1);
    layout->addLayout(foot);
    resize(QSize(theme.px(760), theme.px(600)).boundedTo(screen()->availableSize()));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    close->setFocus();
}

QWidget* AboutDialog::makeHead() {
    auto* head = new QWidget;
    auto* logo = new QLabel;
    const int side = m_theme.px(48);
    logo->setPixmap(m_theme.icon(Icon::Logo, Role::AccentText).pixmap(QSize(side, side), devicePixelRatioF()));
    auto* name = new QLabel(tr("Touchstone"));
    setTextStyle(*name, m_theme, TextStyle::Figure);
    QLabel* build = makeText(buildDescription());
    build->setObjectName(QStringLiteral("aboutBuild"));
    build->setForegroundRole(QPalette::PlaceholderText);
    QLabel* privacy = makeText(
        tr("No telemetry: nothing is sent to the makers of Touchstone, and nothing to anybody but the providers that "
           "your workflows name."));
    privacy->setObjectName(QStringLiteral("aboutPrivacy"));
    auto* copy = new LinkButton(m_theme);
    copy->setText(tr("Copy these lines"));
    copy->setObjectName(QStringLiteral("copyAbout"));
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(buildDescription()); });
    auto* words = new QVBoxLayout;
    words->setSpacing(6);
    words->addWidget(name);
    words->addWidget(build);
    words->addWidget(copy);
    words->addWidget(privacy);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(logo, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return head;
}

QWidget* AboutDialog::makeLicences() {
    auto* splitter = new Splitter(Qt::Horizontal);
    auto* list = new QListWidget;
    list->setObjectName(QStringLiteral("licences"));
    list->setAccessibleName(tr("Licences"));
    auto* text = new PageBrowser(m_theme, tr("Text of the licence"));
    text->setObjectName(QStringLiteral("licenceText"));
    list->addItem(tr("What it is made of"));
    QStringList files = QDir(kFolder).entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (const QString& file : files)
        list->addItem(file.chopped(4));
    files.prepend(kNotices);
    connect(list, &QListWidget::currentRowChanged, text,
            [text, files](int row) { text->showMarkdown(licenceText(files.value(row))); });
    list->setCurrentRow(0);
    splitter->addWidget(list);
    splitter->addWidget(text);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({m_theme.px(180), m_theme.px(540)});
    return splitter;
}

}  // namespace touchstone::ui
