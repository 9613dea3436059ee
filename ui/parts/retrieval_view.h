// SPDX-License-Identifier: GPL-3.0-or-later
//
// The retrieval part: its settings, the corpus it names with the chunks of its documents, and a query to try it with.
//
// GUI thread only.

#pragma once

#include "uiparts/part_views.h"

#include "store/change.h"

#include <QStringList>

namespace touchstone::ui {

class ChunkBrowser;
class InlineBanner;
class PartForm;
class RetrievalSearch;
class Splitter;

class RetrievalView : public PartView {
    Q_OBJECT

public:
    explicit RetrievalView(PartContext context, QWidget* parent = nullptr);

    void setPart(const Json& part) override;
    void setReadOnly(bool readOnly) override;
    void setFindings(const std::vector<Finding>& findings) override;
    bool goTo(const std::string& pointer) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildUi();
    void wire();
    void take(const Json& part, const QString& what);
    void refresh();
    void askForCorpora();

    const PartContext m_context;
    InlineBanner* m_banner = nullptr;
    Splitter* m_splitter = nullptr;
    PartForm* m_form = nullptr;
    ChunkBrowser* m_browser = nullptr;
    RetrievalSearch* m_search = nullptr;

    Json m_part;
    bool m_shown = false;
    QStringList m_corpora;  // of the workspace, each by its name and pinned
    store::Subscription m_changes;
};

}  // namespace touchstone::ui
