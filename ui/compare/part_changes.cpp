// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_changes.h"

#include "uibase/deliver.h"
#include "uicompare/compare_model.h"
#include "uihistory/change_words.h"
#include "uistate/draft_model.h"
#include "uistate/part_names.h"
#include "uistate/text.h"
#include "workflow/document.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

using text::AlignedLine;
using text::Change;
using text::DiffPiece;

const QString kDraft = QStringLiteral("draft");
constexpr std::string_view kBetweenLines = " · ";
constexpr std::size_t kShownLines = 3;
constexpr std::size_t kShownBytes = 400;
constexpr std::size_t kLead = 24;  // bytes before the first change

void trimFront(std::string& text) {
    text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
}

// One changed line, from a few words before what changed.
std::vector<DiffPiece> shortened(std::vector<DiffPiece> pieces) {
    if (pieces.empty())
        return pieces;
    std::string& lead = pieces.front().text;
    trimFront(lead);
    if (pieces.front().change == Change::Equal && pieces.size() > 1 && lead.size() > 2 * kLead) {
        const auto space = lead.rfind(' ', lead.size() - kLead);
        if (space != std::string::npos)
            lead = "… " + lead.substr(space + 1);
    }
    return pieces;
}

// Of JSON, a line of brackets alone says nothing.
bool saysSomething(const AlignedLine& row) {
    return std::ranges::any_of(row.pieces, [](const DiffPiece& piece) {
        return piece.change != Change::Equal && piece.text.find_first_not_of(" \t[]{},") != std::string::npos;
    });
}

std::vector<DiffPiece> changedLines(const std::vector<AlignedLine>& rows) {
    std::vector<DiffPiece> pieces;
    std::size_t lines = 0;
    std::size_t bytes = 0;
    for (const AlignedLine& row : rows) {
        if (row.isEqual() || !saysSomething(row))
            continue;
        if (lines++ == kShownLines || bytes > kShownBytes)
            break;
        if (!pieces.empty())
            pieces.push_back({Change::Equal, std::string(kBetweenLines)});
        for (DiffPiece& piece : shortened(row.pieces)) {
            bytes += piece.text.size();
            pieces.push_back(std::move(piece));
        }
    }
    return pieces;
}

// What the baseline says where others say something else.
std::vector<DiffPiece> before(const std::vector<DiffPiece>& pieces) {
    std::string text;
    bool said = false;
    for (const DiffPiece& piece : pieces)
        if (piece.change != Change::Inserted) {
            text += piece.text;
            said = said || piece.text != kBetweenLines;
        }
    return {{Change::Equal, said ? std::move(text) : std::string()}};
}

const session::PartDifference* findPart(const std::vector<session::PartDifference>* differences,
                                        const std::string& part) {
    if (!differences)
        return nullptr;
    const auto found = std::ranges::find(*differences, part, &session::PartDifference::part);
    return found == differences->end() ? nullptr : &*found;
}

// Examples are JSON, which says less on a line than how many there are.
bool isExamplesOnly(const session::PartDifference& difference) {
    return difference.part == "prompt" && difference.change &&
           std::ranges::all_of(difference.change->values, [](const workflow::ValueChange& value) {
               return value.pointer.starts_with("/examples");
           });
}

PartCell quietCell(const QString& words) {
    return {{{Change::Equal, toUtf8(words)}}, true, words};
}

PartCell cellOf(const session::PartDifference& difference) {
    PartCell cell;
    if (difference.change)
        cell.words = changeWords(*difference.change);
    if (difference.change && difference.change->kind == workflow::ChangeKind::Added)
        cell.pieces = {{Change::Inserted, toUtf8(PartChanges::tr("+ added"))}};
    else if (difference.change && difference.change->kind == workflow::ChangeKind::Removed)
        cell.pieces = {{Change::Deleted, toUtf8(PartChanges::tr("removed"))}};
    else if (isExamplesOnly(difference))
        cell.pieces = {{Change::Equal, toUtf8(cell.words)}};
    else
        cell.pieces = changedLines(difference.rows);
    return cell;
}

}  // namespace

PartChanges::PartChanges(session::Session& session, DraftModel& draft, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_draft(draft) {}

void PartChanges::setVersions(const QString& workflow, const QStringList& references) {
    if (workflow == m_workflow && references == m_references && !references.contains(kDraft))
        return;
    m_workflow = workflow;
    m_references = references;
    ++m_number;
    m_texts.assign(static_cast<std::size_t>(references.size()), std::nullopt);
    m_differences.assign(m_texts.size(), nullptr);
    m_missing = m_texts.size();
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        load(i);
    if (m_texts.size() < 2)
        show();
}

void PartChanges::load(std::size_t index) {
    const QString& reference = m_references[static_cast<qsizetype>(index)];
    if (reference == kDraft)
        return take(index, m_draft.snapshot());
    m_session.authoring().version(
        toUtf8(m_workflow), toUtf8(reference),
        [self = QPointer<PartChanges>(this), index, number = m_number](Result<workflow::Version> version) {
            std::optional<session::DraftText> text;
            if (version.ok())
                text = session::DraftText{std::make_shared<const Json>(std::move(version->document)), {}};
            deliverTo(self, [self, index, number, text] {
                if (number == self->m_number)
                    self->take(index, text);
            });
        });
}

// One that cannot be read is as the baseline; its experiment will say what is wrong with it.
void PartChanges::take(std::size_t index, const std::optional<session::DraftText>& text) {
    m_texts[index] = text;
    if (--m_missing > 0)
        return;
    m_missing = m_texts.size() - 1;
    for (std::size_t i = 1; i < m_texts.size(); ++i)
        compare(i);
}

void PartChanges::compare(std::size_t index) {
    const auto& baseline = m_texts.front();
    m_session.authoring().compareTexts(
        baseline.value_or(session::DraftText()),
        m_texts[index] ? *m_texts[index] : baseline.value_or(session::DraftText()),
        [self = QPointer<PartChanges>(this), index, number = m_number](Result<Difference> found) {
            auto difference = std::make_shared<const Difference>(found.ok() ? std::move(found).value() : Difference());
            deliverTo(self, [self, index, number, difference] {
                if (number != self->m_number)
                    return;
                self->m_differences[index] = difference;
                if (--self->m_missing == 0)
                    self->show();
            });
        });
}

void PartChanges::show() {
    beginResetModel();
    m_parts.clear();
    m_cells.clear();
    for (const auto& difference : m_differences)
        for (std::size_t i = 0; difference && i < difference->size(); ++i)
            if (std::ranges::find(m_parts, (*difference)[i].part) == m_parts.end())
                m_parts.push_back((*difference)[i].part);
    for (const std::string& part : m_parts)
        m_cells.push_back(rowOf(part));
    m_identical = 0;
    for (const std::string_view part : workflow::kPartNames)
        m_identical += std::ranges::find(m_parts, part) == m_parts.end() ? 1 : 0;
    m_known = m_texts.size() > 1;
    endResetModel();
    Q_EMIT changed();
}

std::vector<PartCell> PartChanges::rowOf(const std::string& part) const {
    std::vector<PartCell> row(m_texts.size());
    std::vector<DiffPiece> baseline;
    for (std::size_t i = 1; i < m_texts.size(); ++i) {
        const session::PartDifference* difference = findPart(m_differences[i].get(), part);
        if (!difference) {
            row[i] = quietCell(tr("= unchanged"));
            continue;
        }
        row[i] = cellOf(*difference);
        if (baseline.empty() && !isExamplesOnly(*difference))
            baseline = before(changedLines(difference->rows));
        for (std::size_t other = 1; other < i; ++other)
            if (const auto* same = findPart(m_differences[other].get(), part); same && same->rows == difference->rows) {
                row[i] = quietCell(tr("as %1").arg(m_references[static_cast<qsizetype>(other)]));
                break;
            }
    }
    row[0] = {baseline, true, toQString(baseline.empty() ? std::string() : baseline.front().text)};
    return row;
}

const std::vector<session::PartDifference>& PartChanges::differencesOf(int version) const {
    static const Difference kNone;
    const auto at = static_cast<std::size_t>(version);
    return m_known && version >= 0 && at < m_differences.size() && m_differences[at] ? *m_differences[at] : kNone;
}

const PartCell& PartChanges::cellAt(const QModelIndex& index) const {
    static const PartCell kNothing;
    const int version = CompareModel::contestantOf(index.column());
    return version < 0 ? kNothing : m_cells[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(version)];
}

int PartChanges::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

int PartChanges::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0
                            : CompareModel::FirstVersion + static_cast<int>(m_cells.empty() ? 0 : m_cells[0].size());
}

QVariant PartChanges::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const std::string& part = m_parts[static_cast<std::size_t>(index.row())];
    if (role == PartRole)
        return QString::fromStdString(part);
    if (index.column() == CompareModel::CaseColumn)
        return role == Qt::DisplayRole ? QVariant(partTitle(part)) : QVariant();
    const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    return text && CompareModel::contestantOf(index.column()) >= 0 ? QVariant(cellAt(index).words) : QVariant();
}

}  // namespace touchstone::ui
