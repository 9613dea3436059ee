// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the command palette shows for the text that is typed: entries of all sources that fit, the best first, in
// sections. Rows that head a section cannot be chosen.
//
// GUI thread only.

#pragma once

#include "fuzzy.h"
#include "palette_source.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace touchstone::ui {

class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { HeadRole = Qt::UserRole + 1, DetailRole, KeysRole, IconRole, WhyRole, LettersRole };

    explicit PaletteModel(QObject* parent = nullptr);

    // Outlives the model.
    void addSource(PaletteSource& source);
    // The ids used lately, the newest first.
    void setRecent(const QStringList& ids);
    // Asks the sources for what there is now.
    void refresh();
    // As typed, prefix and all.
    void setText(const QString& text);
    [[nodiscard]] const PaletteEntry* entryAt(int row) const;
    // The first row that can be chosen; -1 when there is none.
    [[nodiscard]] int firstRow() const;
    // What the prefixes mean: "> actions   @ versions".
    [[nodiscard]] QString prefixHelp() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QString head;                         // of a section; empty for an entry
        const PaletteEntry* entry = nullptr;  // in m_kept
        std::vector<int> letters;
    };
    struct Ranked {
        const PaletteEntry* entry;
        FuzzyMatch match;
    };
    struct Section {
        QString title;
        std::vector<Ranked> entries;
        int best = 0;
    };

    void rank();
    [[nodiscard]] std::optional<FuzzyMatch> match(const PaletteEntry& entry) const;
    static void order(std::vector<Section>& sections);
    [[nodiscard]] std::vector<Section> sections() const;
    [[nodiscard]] Section sectionOf(std::size_t source) const;
    [[nodiscard]] Section recentSection() const;
    [[nodiscard]] int recencyOf(const QString& id) const;

    std::vector<PaletteSource*> m_sources;
    QStringList m_recent;
    QString m_pattern;                                          // what is typed, without prefix
    QChar m_prefix;                                             // null: all sources
    std::vector<std::shared_ptr<const PaletteEntries>> m_kept;  // of the sources, in their order
    std::vector<Row> m_rows;
    bool m_asking = false;
};

}  // namespace touchstone::ui
