// SPDX-License-Identifier: GPL-3.0-or-later

#include "palette_model.h"

#include <QKeySequence>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr std::size_t kMostOfSection = 50;
constexpr std::size_t kFewOfSection = 8;  // while nothing is typed
constexpr std::size_t kMostRecent = 6;
constexpr int kRecencyBonus = 12;
constexpr double kWorthShowing = 0.8;  // of the best fit: letters scattered over a sentence are no find beside a name

}  // namespace

PaletteModel::PaletteModel(QObject* parent) : QAbstractListModel(parent) {}

void PaletteModel::addSource(PaletteSource& source) {
    m_sources.push_back(&source);
    connect(&source, &PaletteSource::changed, this, [this] {
        if (!m_asking)
            rank();
    });
}

void PaletteModel::setRecent(const QStringList& ids) {
    m_recent = ids;
}

void PaletteModel::refresh() {
    m_asking = true;
    for (PaletteSource* source : m_sources)
        source->refresh();
    m_asking = false;
}

void PaletteModel::setText(const QString& text) {
    const bool known = std::any_of(m_sources.begin(), m_sources.end(), [&text](const PaletteSource* source) {
        return !text.isEmpty() && source->prefix() == text[0];
    });
    m_prefix = known ? text[0] : QChar();
    m_pattern = (known ? text.mid(1) : text).trimmed();
    m_asking = true;
    for (PaletteSource* source : m_sources)
        source->ask(m_pattern);
    m_asking = false;
    rank();
}

QString PaletteModel::prefixHelp() const {
    QStringList parts;
    for (const PaletteSource* source : m_sources)
        if (!source->prefix().isNull() && !parts.contains(source->title()))
            parts.append(QStringLiteral("%1 %2").arg(source->prefix()).arg(source->title().toLower()));
    return parts.join(QStringLiteral("    "));
}

int PaletteModel::recencyOf(const QString& id) const {
    const auto at = m_recent.indexOf(id);
    return at < 0 ? 0 : std::max(1, kRecencyBonus - static_cast<int>(at));
}

// By its text, else by a keyword that begins so, which shows no letters.
std::optional<FuzzyMatch> PaletteModel::match(const PaletteEntry& entry) const {
    std::optional<FuzzyMatch> match = fuzzyMatch(m_pattern, entry.text);
    if (match || m_pattern.isEmpty())
        return match;
    for (const QString& keyword : entry.keywords)
        if (keyword.startsWith(m_pattern, Qt::CaseInsensitive))
            return FuzzyMatch{fuzzyMatch(m_pattern, keyword)->score, {}};
    return entry.foundByText ? std::optional(FuzzyMatch{}) : std::nullopt;
}

PaletteModel::Section PaletteModel::sectionOf(std::size_t source) const {
    Section section{m_sources[source]->title(), {}, 0};
    for (const PaletteEntry& entry : *m_kept[source]) {
        std::optional<FuzzyMatch> match = this->match(entry);
        if (!match)
            continue;
        if (!m_pattern.isEmpty())
            match->score += recencyOf(entry.id);
        section.entries.push_back({&entry, std::move(*match)});
    }
    const bool typed = !m_pattern.isEmpty();
    const std::size_t most = typed || !m_prefix.isNull() ? kMostOfSection : kFewOfSection;
    const auto better = [](const Ranked& a, const Ranked& b) { return a.match.score > b.match.score; };
    if (typed)
        std::stable_sort(section.entries.begin(), section.entries.end(), better);
    if (section.entries.size() > most)
        section.entries.erase(section.entries.begin() + static_cast<std::ptrdiff_t>(most), section.entries.end());
    section.best = section.entries.empty() ? 0 : section.entries.front().match.score;
    return section;
}

PaletteModel::Section PaletteModel::recentSection() const {
    Section section{tr("Used lately"), {}, 0};
    for (const QString& id : m_recent)
        for (const auto& entries : m_kept)
            for (const PaletteEntry& entry : *entries)
                if (entry.id == id && section.entries.size() < kMostRecent)
                    section.entries.push_back({&entry, {}});
    return section;
}

std::vector<PaletteModel::Section> PaletteModel::sections() const {
    std::vector<Section> sections;
    const bool plain = m_pattern.isEmpty() && m_prefix.isNull();
    if (plain)
        sections.push_back(recentSection());
    for (std::size_t source = 0; source < m_sources.size(); ++source)
        if (m_prefix.isNull() || m_sources[source]->prefix() == m_prefix)
            sections.push_back(sectionOf(source));
    if (!m_pattern.isEmpty())
        order(sections);
    return sections;
}

// The best fit first; what fits far worse is left out.
void PaletteModel::order(std::vector<Section>& sections) {
    std::stable_sort(sections.begin(), sections.end(),
                     [](const Section& a, const Section& b) { return a.best > b.best; });
    const double least = sections.empty() ? 0 : kWorthShowing * sections.front().best;
    for (Section& section : sections)
        std::erase_if(section.entries, [least](const Ranked& ranked) {
            return ranked.match.score < least && !ranked.entry->foundByText;
        });
}

void PaletteModel::rank() {
    beginResetModel();
    m_rows.clear();
    m_kept.clear();
    for (const PaletteSource* source : m_sources)
        m_kept.push_back(source->entries());
    for (Section& section : sections()) {
        if (section.entries.empty())
            continue;
        m_rows.push_back({section.title, nullptr, {}});
        for (Ranked& ranked : section.entries)
            m_rows.push_back({{}, ranked.entry, std::move(ranked.match.positions)});
    }
    endResetModel();
}

const PaletteEntry* PaletteModel::entryAt(int row) const {
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].entry : nullptr;
}

int PaletteModel::firstRow() const {
    const auto first = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.entry != nullptr; });
    return first == m_rows.end() ? -1 : static_cast<int>(first - m_rows.begin());
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
    return entryAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == HeadRole)
        return row.entry == nullptr;
    if (!row.entry)
        return role == Qt::DisplayRole ? QVariant(row.head) : QVariant();
    const PaletteEntry& entry = *row.entry;
    switch (role) {
        case Qt::DisplayRole:
            return entry.text;
        case Qt::AccessibleTextRole:
            return entry.why.isEmpty() ? entry.text : QStringLiteral("%1 (%2)").arg(entry.text, entry.why);
        case DetailRole:
            return entry.detail;
        case KeysRole:
            return QVariant::fromValue(entry.keys);
        case IconRole:
            return entry.icon ? static_cast<int>(*entry.icon) : -1;
        case WhyRole:
            return entry.why;
        case LettersRole:
            return QVariant::fromValue(QList<int>(row.letters.begin(), row.letters.end()));
        default:
            return {};
    }
}

}  // namespace touchstone::ui
