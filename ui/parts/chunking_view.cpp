// SPDX-License-Identifier: GPL-3.0-or-later

#include "chunking_view.h"

#include "chunk_browser.h"
#include "form_view.h"
#include "session/session.h"
#include "uibase/deliver.h"
#include "uibase/panel_head.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kSideBySide = 1000;  // design pixels from which the form stands beside the corpus

}  // namespace

ChunkingView::ChunkingView(PartContext context, QWidget* parent) : PartView(parent), m_context(context) {
    buildUi();
    connect(m_form, &PartView::edited, this, &ChunkingView::take);
    connect(m_corpora, &QComboBox::currentTextChanged, m_browser,
            [this](const QString& name) { m_browser->setCorpus(toUtf8(name)); });
    m_changes = context.session.onChanged([view = QPointer<ChunkingView>(this)](store::Change change) {
        if (change == store::Change::Corpora)
            deliverTo(view, [view] { view->askForCorpora(); });
    });
    askForCorpora();
}

void ChunkingView::buildUi() {
    m_form = makeChunkingForm(m_context.theme, this);
    m_corpora = new QComboBox;
    m_corpora->setObjectName(QStringLiteral("chunking.corpus"));
    m_corpora->setAccessibleName(tr("Corpus to look at"));
    m_browser = new ChunkBrowser(m_context.theme, m_context.session);
    auto* head = new PanelHead(m_context.theme, tr("What it does"));
    head->addWidget(m_corpora);
    auto* preview = new QWidget;
    auto* previewLayout = new QVBoxLayout(preview);
    previewLayout->setContentsMargins(0, 0, 0, 0);
    previewLayout->setSpacing(0);
    previewLayout->addWidget(head);
    previewLayout->addWidget(m_browser, 1);
    m_splitter = new Splitter(Qt::Vertical);
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(preview);
    m_splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void ChunkingView::resizeEvent(QResizeEvent* event) {
    PartView::resizeEvent(event);
    const bool wide = width() >= m_context.theme.px(kSideBySide);
    const Qt::Orientation wanted = wide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted && event->oldSize().isValid())
        return;
    m_splitter->setOrientation(wanted);
    const int form = wide ? m_context.theme.px(360) : height() / 3;
    m_splitter->setSizes({form, (wide ? width() : height()) - form});
}

void ChunkingView::askForCorpora() {
    m_context.session.exchange().corpora(
        [view = QPointer<ChunkingView>(this)](Result<std::vector<store::CorpusInfo>> corpora) {
            QStringList names;
            if (corpora.ok())
                for (const store::CorpusInfo& corpus : corpora.value())
                    names.append(toQString(corpus.name));
            deliverTo(view, [view, names] { view->showCorpora(names); });
        });
}

// The one that the draft searches is shown first, by the content it is pinned to.
void ChunkingView::showCorpora(const QStringList& names) {
    QStringList all = names;
    const Json* retrieval = memberAt(m_context.draft.document(), "retrieval");
    if (const QString used = retrieval ? toQString(stringAt(*retrieval, "corpus")) : QString(); !used.isEmpty()) {
        all.removeAll(used);
        all.prepend(used);
    }
    const QString chosen = m_corpora->currentText();
    {
        const QSignalBlocker blocker(m_corpora);
        m_corpora->clear();
        m_corpora->addItems(all);
        m_corpora->setCurrentIndex(std::max(m_corpora->findText(chosen), all.isEmpty() ? -1 : 0));
    }
    m_corpora->setVisible(!all.isEmpty());
    m_browser->setCorpus(toUtf8(m_corpora->currentText()), true);
}

void ChunkingView::setPart(const Json& part) {
    m_form->setPart(part);
    m_browser->setChunking(part);
}

void ChunkingView::take(const Json& part, const QString& what) {
    m_browser->setChunking(part);
    Q_EMIT edited(part, what);
}

void ChunkingView::setReadOnly(bool readOnly) {
    m_form->setReadOnly(readOnly);
}

void ChunkingView::setFindings(const std::vector<Finding>& findings) {
    m_form->setFindings(findings);
}

bool ChunkingView::goTo(const std::string& pointer) {
    return m_form->goTo(pointer);
}

}  // namespace touchstone::ui
