// SPDX-License-Identifier: GPL-3.0-or-later

#include "field_controls.h"
#include "json_members.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "value_text.h"

#include <QAction>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

#include <algorithm>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(FormField)
};

class LineControl final : public SimpleControl {
public:
    LineControl(const Theme& theme, const FieldSpec& spec) : LineControl(theme, spec, new QLineEdit) {}

    void show(const Json* value) override {
        if (m_shown && same(*m_shown, value))
            return;
        m_shown = value ? std::optional(*value) : std::optional<Json>();
        m_ofText = m_spec.kind == FieldKind::Values && isTextList(value);
        const FieldReading now = read();
        if (!now.problem.isEmpty() || !same(now.value, value))
            m_edit->setText(value ? textOf(*value) : QString());
    }
    [[nodiscard]] FieldReading read() const override {
        const QString typed = m_edit->text();
        if (typed.isEmpty())
            return {};
        if (m_spec.kind == FieldKind::Value)
            return {typedValue(typed, m_spec.schema, m_shown.value_or(std::nullopt).value_or(Json())), {}};
        if (m_spec.kind != FieldKind::Values)
            return {Json(toUtf8(typed)), {}};
        if (auto list = parseListText(typed, m_ofText))
            return {std::move(*list), {}};
        return {{},
                m_ofText ? Words::tr("A quotation mark is left open.")
                         : Words::tr("Separate the values by commas and write text in quotation marks.")};
    }
    void discard() override { m_shown.reset(); }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    LineControl(const Theme& theme, const FieldSpec& spec, QLineEdit* edit)
        : SimpleControl(edit), m_theme(theme), m_spec(spec), m_edit(edit) {
        edit->setPlaceholderText(unsetText(spec));
        if (spec.kind != FieldKind::Line)
            setTextStyle(*edit, theme, TextStyle::Mono);
        connect(edit, &QLineEdit::textEdited, this, &FieldControl::changed);
        if (spec.suggestions)
            addSuggestions();
    }
    void addSuggestions() {
        auto* words = new QStringListModel(m_edit);
        auto* completer = new QCompleter(words, m_edit);
        completer->setFilterMode(Qt::MatchContains);
        m_edit->setCompleter(completer);
        m_edit->installEventFilter(this);
        connect(completer, QOverload<const QString&>::of(&QCompleter::activated), this, &FieldControl::changed);
        auto* all = m_edit->addAction(m_theme.icon(Icon::ChevronDown), QLineEdit::TrailingPosition);
        all->setText(Words::tr("Choose %1").arg(m_spec.title));
        all->setToolTip(all->text());
        connect(all, &QAction::triggered, this, &LineControl::offerAll);
        connect(&m_theme, &Theme::themeChanged, all, [this, all] { all->setIcon(m_theme.icon(Icon::ChevronDown)); });
    }
    // Whatever stands there: everything that can be chosen.
    void offerAll() {
        if (m_edit->isReadOnly())
            return;
        m_edit->setFocus(Qt::OtherFocusReason);
        static_cast<QStringListModel*>(m_edit->completer()->model())->setStringList(m_spec.suggestions());
        m_edit->completer()->setCompletionPrefix({});
        m_edit->completer()->complete();
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::FocusIn)
            static_cast<QStringListModel*>(m_edit->completer()->model())->setStringList(m_spec.suggestions());
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down)
            offerAll();
        return SimpleControl::eventFilter(watched, event);
    }
    bool isTextList(const Json* value) const {
        if (!value || !value->is_array() || value->empty())
            return !memberAt(m_spec.schema, "items") || isTextSchema(m_spec.schema["items"]);
        return std::all_of(value->begin(), value->end(), [](const Json& item) { return item.is_string(); });
    }
    QString textOf(const Json& value) const {
        if (m_spec.kind == FieldKind::Values && value.is_array())
            return listText(value, m_ofText);
        return valueText(value);
    }

    const Theme& m_theme;
    FieldSpec m_spec;
    QLineEdit* m_edit;
    std::optional<std::optional<Json>> m_shown;
    bool m_ofText = true;
};

}  // namespace

FieldControl* makeLineControl(const Theme& theme, const FieldSpec& spec) {
    return new LineControl(theme, spec);
}

}  // namespace touchstone::ui
