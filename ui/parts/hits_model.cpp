// SPDX-License-Identifier: GPL-3.0-or-later

#include "hits_model.h"

#include "uibase/format.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

constexpr qsizetype kSnippet = 160;

QString fateText(const session::FoundChunk& hit) {
    const QString tokens = formatTokens(hit.tokens, Certainty::Estimated);
    switch (hit.fate) {
        case session::Fate::Chosen:
            return HitsModel::tr("sent, %1").arg(tokens);
        case session::Fate::Compressed:
            return HitsModel::tr("sent shortened, %1").arg(tokens);
        case session::Fate::OverBudget:
            return HitsModel::tr("dropped: %1 do not fit the token budget").arg(tokens);
        case session::Fate::Repeated:
            return HitsModel::tr("dropped: repeats a passage that is sent");
        case session::Fate::LowScore:
            return HitsModel::tr("dropped: below the lowest score");
        case session::Fate::BeyondTopK:
            return HitsModel::tr("dropped: beyond the number of passages");
    }
    return {};
}

bool isSent(session::Fate fate) {
    return fate == session::Fate::Chosen || fate == session::Fate::Compressed;
}

}  // namespace

void HitsModel::setHits(std::vector<session::FoundChunk> hits) {
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

int HitsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant HitsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const session::FoundChunk& found = hit(index.row());
    const QString title = toQString(found.title.empty() ? found.documentId : found.title);
    switch (role) {
        case Qt::DisplayRole:
        case TitleRole:
            return title;
        case DocumentRole:
            return toQString(found.documentId);
        case ScoreRole:
            return found.score;
        case ChosenRole:
            return isSent(found.fate);
        case FateRole:
            return fateText(found);
        case SnippetRole:
            return toQString(found.text).left(kSnippet).simplified();
        case Qt::AccessibleTextRole:
            return tr("%1. %2. Score %3. %4")
                .arg(index.row() + 1)
                .arg(title, formatScore(found.score), fateText(found));
        case Qt::ToolTipRole:
            return toQString(found.text).left(10 * kSnippet);
        default:
            return {};
    }
}

}  // namespace touchstone::ui
