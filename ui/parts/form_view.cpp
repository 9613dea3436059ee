// SPDX-License-Identifier: GPL-3.0-or-later

#include "form_view.h"

#include "engine/prepared.h"
#include "part_fields.h"
#include "part_form.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uiparts/part_promise.h"
#include "uistate/text.h"
#include "workflow/document.h"

#include <QCoreApplication>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(FormView)
};

constexpr int kMostWidth = 720;  // longer lines are hard to read

class ChunkingForm final : public FormView {
public:
    ChunkingForm(const Theme& theme, QWidget* parent) : FormView(theme, "chunking", chunkingFields(), parent) {
        const auto sizeOf = [](const Json& part) { return integerAt(part, "size", workflow::ChunkingPart().size); };
        const auto overlapOf = [](const Json& part) {
            return integerAt(part, "overlap", workflow::ChunkingPart().overlap);
        };
        form().setCheck("overlap", [=](const Json& part) {
            return overlapOf(part) < sizeOf(part)
                       ? QString()
                       : Words::tr("The overlap must be smaller than the size of %1 tokens.").arg(sizeOf(part));
        });
        form().setCheck("size", [=](const Json& part) {
            return overlapOf(part) < sizeOf(part)
                       ? QString()
                       : Words::tr("The size must be larger than the overlap of %1 tokens: lower that first.")
                             .arg(overlapOf(part));
        });
    }
};

}  // namespace

QString othersText(const Json& object, const std::vector<std::string>& keys) {
    QStringList others;
    constexpr qsizetype kMostNamed = 8;
    if (object.is_object())
        for (auto member = object.begin(); member != object.end() && others.size() < kMostNamed; ++member)
            if (std::find(keys.begin(), keys.end(), member.key()) == keys.end())
                others.append(toQString(member.key()));
    if (others.isEmpty())
        return {};
    return Words::tr("Also set, edited in the source: %1").arg(others.join(QStringLiteral(", ")));
}

FormView::FormView(const Theme& theme, const std::string& part, std::vector<FieldSpec> fields, QWidget* parent)
    : PartView(parent), m_theme(theme), m_part(part) {
    setObjectName(QStringLiteral("form.%1").arg(toQString(part)));
    for (const FieldSpec& field : fields)
        m_keys.push_back(field.key);
    m_form = new PartForm(theme, toQString(part), std::move(fields));
    buildUi();
    connect(m_form, &PartForm::edited, this, [this](const Json& object, const QString& what) {
        partShown(object);
        Q_EMIT edited(object, what);
    });
}

void FormView::buildUi() {
    m_banner = new InlineBanner(m_theme);
    m_banner->setObjectName(QStringLiteral("formBanner"));
    m_others = new QLabel;
    m_others->setObjectName(QStringLiteral("formOthers"));
    m_others->setWordWrap(true);
    m_others->setTextFormat(Qt::PlainText);
    m_others->setForegroundRole(QPalette::PlaceholderText);
    auto* page = new QWidget;
    page->setMaximumWidth(m_theme.px(kMostWidth));
    m_extras = new QVBoxLayout;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(m_form);
    column->addLayout(m_extras);
    column->addWidget(m_others);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setWidget(page);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
    connect(&m_theme, &Theme::themeChanged, page, [this, page] { page->setMaximumWidth(m_theme.px(kMostWidth)); });
}

void FormView::setPart(const Json& part) {
    m_form->setValue(part);
    showOthers(part);
    if (!part.is_null() && !part.is_object())
        m_banner->showMessage(Severity::Error,
                              tr("This part is no JSON object, so it has no form. Correct its source."));
    else if (const QString promise = partPromise(m_part); !promise.isEmpty())
        m_banner->showMessage(
            engine::unsupportedSettings({{m_part, part}}).empty() ? Severity::Info : Severity::Warning, promise);
    else
        m_banner->hide();
    partShown(part);
}

void FormView::showOthers(const Json& part) {
    m_others->setText(othersText(part, m_keys));
    m_others->setVisible(!m_others->text().isEmpty());
}

void FormView::setReadOnly(bool readOnly) {
    m_form->setReadOnly(readOnly);
}

void FormView::setFindings(const std::vector<Finding>& findings) {
    m_form->setFindings(findings, "/" + m_part);
}

bool FormView::goTo(const std::string& pointer) {
    const std::string prefix = "/" + m_part + "/";
    if (!pointer.starts_with(prefix))
        return false;
    return m_form->focusField(pointer.substr(prefix.size(), pointer.find('/', prefix.size()) - prefix.size()));
}

FormView* makeChunkingForm(const Theme& theme, QWidget* parent) {
    return new ChunkingForm(theme, parent);
}

}  // namespace touchstone::ui
