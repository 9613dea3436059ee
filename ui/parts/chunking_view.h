// SPDX-License-Identifier: GPL-3.0-or-later
//
// The chunking part: its form, and beside it what it does to the documents of a corpus while its settings change.
//
// GUI thread only.

#pragma once

#include "uiparts/part_views.h"

#include "store/change.h"

#include <QStringList>

class QComboBox;

namespace touchstone::ui {

class ChunkBrowser;
class Splitter;

class ChunkingView : public PartView {
    Q_OBJECT

public:
    explicit ChunkingView(PartContext context, QWidget* parent = nullptr);

    void setPart(const Json& part) override;
    void setReadOnly(bool readOnly) override;
    void setFindings(const std::vector<Finding>& findings) override;
    bool goTo(const std::string& pointer) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildUi();
    void take(const Json& part, const QString& what);
    void askForCorpora();
    void showCorpora(const QStringList& names);

    const PartContext m_context;
    PartView* m_form = nullptr;
    QComboBox* m_corpora = nullptr;
    ChunkBrowser* m_browser = nullptr;
    Splitter* m_splitter = nullptr;
    store::Subscription m_changes;
};

}  // namespace touchstone::ui
