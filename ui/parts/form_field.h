// SPDX-License-Identifier: GPL-3.0-or-later
//
// One setting of a part and the control that edits it. A control shows a value of any shape and reads back what a
// person made of it, or says what is wrong with it; "not set" is a state of its own.
//
// GUI thread only.

#pragma once

#include "base/json.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::ui {

class Theme;

enum class FieldKind {
    Number,  // whole when its schema says so
    Choice,  // one of `choices`
    Flag,    // on or off
    Set,     // any of `choices`, as a list
    Line,    // text
    Code,    // text in monospace: an expression, a pattern
    Values,  // a list in one line, separated by commas
    Value,   // any JSON; text without quotes where `schema` wants text
};

struct FieldChoice {
    std::string value;
    QString text;
    bool refused = false;  // Touchstone does not carry it out yet
};

struct FieldSpec {
    std::string key = {};
    FieldKind kind = FieldKind::Line;
    QString title = {};
    QString help = {};
    QString unit = {};
    Json schema = Json::object();  // range, pattern and default of the value
    std::vector<FieldChoice> choices = {};
    std::function<QStringList()> suggestions = {};  // asked when the field gets the focus
    QString wrong = {};    // what to write instead, where the schema's own words would not help
    bool refused = false;  // Touchstone does not carry out any value of it yet

    // Nothing can be done with it yet: it is shown only where a document sets it.
    [[nodiscard]] bool isIdle() const;
};

// What a control holds: a value, nothing, or something that cannot be written.
struct FieldReading {
    std::optional<Json> value = {};
    QString problem = {};
};

class FieldControl : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Null: not set. What a person is typing stays when it means the same.
    virtual void show(const Json* value) = 0;
    [[nodiscard]] virtual FieldReading read() const = 0;
    // What is being typed is not wanted: the next show() replaces it.
    virtual void discard() {}
    virtual void setReadOnly(bool readOnly) = 0;
    // The widget that gets the focus, the name and the description.
    [[nodiscard]] virtual QWidget* input() const = 0;

Q_SIGNALS:
    // A person changed it.
    void changed();
};

// `part` names the object in the controls' object names: "field.cache.ttl_s".
[[nodiscard]] FieldControl* makeFieldControl(const Theme& theme, const FieldSpec& spec, const QString& part);

// What `spec` wants of a number, in words: "a whole number, 8 to 100,000"; empty for other kinds.
[[nodiscard]] QString rangeText(const FieldSpec& spec);

}  // namespace touchstone::ui
