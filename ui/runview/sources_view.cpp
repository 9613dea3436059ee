// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/sources_view.h"

#include "sources_model.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr qsizetype kMostShown = 20'000;  // characters of one source's text

QString whyDropped(retrieval::DropReason reason) {
    switch (reason) {
        case retrieval::DropReason::OverBudget:
            return SourcesView::tr("over the token budget");
        case retrieval::DropReason::Repeated:
            return SourcesView::tr("repeats another source");
    }
    return {};
}

}  // namespace

std::vector<SourceRow> sourceRows(const session::Preview& preview) {
    std::vector<SourceRow> rows;
    for (const engine::PreviewSource& one : preview.sources) {
        const retrieval::Source& source = one.source;
        rows.push_back({static_cast<std::int64_t>(source.index), toQString(source.title), toQString(source.documentId),
                        std::pair(one.firstLine, one.lastLine), source.score, static_cast<std::int64_t>(source.tokens),
                        source.compressed, toQString(source.text)});
    }
    for (const engine::DroppedSource& one : preview.dropped) {
        const retrieval::Hit& hit = one.dropped.hit;
        rows.push_back({0, toQString(hit.title), toQString(hit.documentId), std::pair(one.firstLine, one.lastLine),
                        hit.score, static_cast<std::int64_t>(one.dropped.tokens), false, toQString(hit.text),
                        whyDropped(one.dropped.reason)});
    }
    return rows;
}

std::vector<SourceRow> sourceRows(const std::vector<trace::SourceRecord>& recorded) {
    std::vector<SourceRow> rows;
    rows.reserve(recorded.size());
    for (const trace::SourceRecord& source : recorded)
        rows.push_back(
            {source.index, toQString(source.title), toQString(source.document), {}, source.score, source.tokens});
    return rows;
}

SourcesView::SourcesView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_model(new SourcesModel(this)),
      m_list(new QListView),
      m_text(new QPlainTextEdit),
      m_empty(new QLabel(tr("No sources"))),
      m_pages(new QStackedWidget) {
    m_list->setObjectName(QStringLiteral("sources"));
    m_list->setAccessibleName(tr("Sources"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SourceDelegate(theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setObjectName(QStringLiteral("sourceText"));
    m_text->setAccessibleName(tr("Text of the source"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setContentsMargins(12, 8, 12, 8);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setWordWrap(true);
    auto* split = new Splitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("sourcesSplitter"));
    split->addWidget(m_list);
    split->addWidget(m_text);
    split->setSizes({theme.px(480), theme.px(320)});
    split->setChildrenCollapsible(false);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(split);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    setFocusProxy(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SourcesView::showDetail);
}

void SourcesView::setRows(std::vector<SourceRow> rows) {
    m_model->setRows(std::move(rows));
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    if (m_model->rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    showDetail();
}

void SourcesView::setStale(bool stale) {
    m_pages->setEnabled(!stale);
}

void SourcesView::setEmptyText(const QString& text) {
    m_empty->setText(text);
}

QAbstractItemModel* SourcesView::model() const {
    return m_model;
}

void SourcesView::showDetail() {
    const QModelIndex current = m_list->currentIndex();
    const QString text = current.isValid() ? m_model->at(current.row()).text.left(kMostShown) : QString();
    m_text->setVisible(!text.isEmpty());
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

}  // namespace touchstone::ui
