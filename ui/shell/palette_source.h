// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the command palette can find, and where it comes from. GUI thread only.

#pragma once

#include "uibase/icons.h"
#include "uistate/destination.h"

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QAction;

namespace touchstone::ui {

struct PaletteEntry {
    QString id;    // lasts over starts: by it the palette knows what was used lately
    QString text;  // what is searched and shown
    QString detail = {};
    QStringList keywords = {};  // found by these as well
    QKeySequence keys = {};
    std::optional<Icon> icon = {};
    QString why = {};          // why it cannot be done now; empty when it can
    bool foundByText = false;  // its source found it with what is typed: the letters of `text` need not fit
    std::function<void()> run = {};
};

using PaletteEntries = std::vector<PaletteEntry>;

// One kind of thing. Its entries may come later than they were asked for; the newest question counts.
class PaletteSource : public QObject {
    Q_OBJECT

public:
    // `prefix` in front of the typed text asks for this kind only; `title` heads its section.
    PaletteSource(QChar prefix, QString title, QObject* parent = nullptr)
        : QObject(parent), m_prefix(prefix), m_title(std::move(title)) {}

    [[nodiscard]] QChar prefix() const { return m_prefix; }
    [[nodiscard]] QString title() const { return m_title; }
    // The palette opens: entries() should be what there is now; changed() follows.
    virtual void refresh() = 0;
    // `text` (without prefix) is typed: there may be more to find with it.
    virtual void ask(const QString& text) { static_cast<void>(text); }
    [[nodiscard]] std::shared_ptr<const PaletteEntries> entries() const { return m_entries; }

Q_SIGNALS:
    void changed();

protected:
    void setEntries(PaletteEntries entries) {
        m_entries = std::make_shared<const PaletteEntries>(std::move(entries));
        Q_EMIT changed();
    }

private:
    const QChar m_prefix;
    const QString m_title;
    std::shared_ptr<const PaletteEntries> m_entries = std::make_shared<const PaletteEntries>();
};

}  // namespace touchstone::ui
