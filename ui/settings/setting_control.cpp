// SPDX-License-Identifier: GPL-3.0-or-later

#include "setting_control.h"

#include "uibase/segmented_control.h"
#include "uibase/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>

#include <cmath>

namespace touchstone::ui {
namespace {

constexpr int kZoomStep = 10;

// Calls `show` now and whenever the setting changes.
template <class Show>
void follow(QWidget& control, Settings& settings, const QString& key, Show show) {
    show();
    QObject::connect(&settings, &Settings::changed, &control, [key, show](const QString& changed) {
        if (changed == key)
            show();
    });
}

QWidget* makeFlag(Settings& settings, const SettingInfo& info) {
    auto* box = new QCheckBox(Settings::tr("On"));
    const QString key = info.key;
    follow(*box, settings, key, [box, &settings, key] { box->setChecked(settings.flag(key)); });
    QObject::connect(box, &QCheckBox::toggled, &settings, [&settings, key](bool on) { settings.setValue(key, on); });
    return box;
}

QWidget* makePercent(const Theme& theme, Settings& settings, const SettingInfo& info) {
    auto* box = new QSpinBox;
    box->setRange(static_cast<int>(std::lround(info.least * 100)), static_cast<int>(std::lround(info.most * 100)));
    box->setSingleStep(kZoomStep);
    box->setSuffix(QStringLiteral("\u00a0%"));
    box->setMinimumWidth(theme.px(88));
    box->setKeyboardTracking(false);  // not every digit on the way to "150"
    const QString key = info.key;
    follow(*box, settings, key, [box, &settings, key] {
        const QSignalBlocker quiet(box);  // a value between two steps of the box stays as it is
        box->setValue(static_cast<int>(std::lround(settings.number(key) * 100)));
    });
    QObject::connect(box, &QSpinBox::valueChanged, &settings,
                     [&settings, key](int percent) { settings.setValue(key, percent / 100.0); });
    return box;
}

QWidget* makeChoice(const Theme& theme, Settings& settings, const SettingInfo& info) {
    auto* choices = new SegmentedControl(theme, info.title);
    QStringList values;
    for (const SettingChoice& choice : info.choices) {
        choices->addSegment(choice.title);
        values.append(choice.value);
    }
    const QString key = info.key;
    follow(*choices, settings, key, [choices, &settings, key, values] {
        choices->setCurrentIndex(static_cast<int>(values.indexOf(settings.text(key))));
    });
    QObject::connect(choices, &SegmentedControl::currentChanged, &settings,
                     [&settings, key, values](int index) { settings.setValue(key, values.value(index)); });
    return choices;
}

QWidget* makeText(const Theme& theme, Settings& settings, const SettingInfo& info) {
    auto* line = new QLineEdit;
    line->setMaxLength(static_cast<int>(info.most));
    line->setMinimumWidth(theme.px(200));
    const QString key = info.key;
    follow(*line, settings, key, [line, &settings, key] { line->setText(settings.text(key)); });
    QObject::connect(line, &QLineEdit::editingFinished, &settings,
                     [line, &settings, key] { settings.setValue(key, line->text()); });
    return line;
}

QWidget* makeControl(const Theme& theme, Settings& settings, const SettingInfo& info) {
    switch (info.kind) {
        case SettingInfo::Kind::Flag:
            return makeFlag(settings, info);
        case SettingInfo::Kind::Percent:
            return makePercent(theme, settings, info);
        case SettingInfo::Kind::Choice:
            return makeChoice(theme, settings, info);
        case SettingInfo::Kind::Text:
            break;
    }
    return makeText(theme, settings, info);
}

}  // namespace

QWidget* makeSettingControl(const Theme& theme, Settings& settings, const SettingInfo& info) {
    QWidget* control = makeControl(theme, settings, info);
    control->setObjectName(info.key);
    control->setAccessibleName(info.title);
    control->setAccessibleDescription(info.help);
    control->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return control;
}

}  // namespace touchstone::ui
