// SPDX-License-Identifier: GPL-3.0-or-later
//
// A text to try policy rules on: what they find in it is marked, listed, and shown as the text would go on. It is
// screened by a worker a moment after the last key; nothing is stored or sent.
//
// GUI thread only.

#pragma once

#include <QAbstractListModel>

#include "session/inspection.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <stop_token>
#include <vector>

class QLabel;
class QListView;
class QPlainTextEdit;

namespace touchstone::session {
class Session;
}

namespace touchstone::ui {

class Pill;
class SegmentedControl;
class Theme;

// One place a rule found; positions are of the text's QString.
struct PolicyMark {
    int begin = 0;
    int end = 0;
    QString rule;
    QString action;  // as in the document
    QString kind;
    QString found;  // shortened
};

class PolicyMarks : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    enum MarkRole { ActionRole = Qt::UserRole };

    void setMarks(std::vector<PolicyMark> marks);
    [[nodiscard]] const std::vector<PolicyMark>& marks() const { return m_marks; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<PolicyMark> m_marks;
};

class PolicyTest : public QWidget {
    Q_OBJECT

public:
    PolicyTest(const Theme& theme, session::Session& session, QWidget* parent = nullptr);
    ~PolicyTest() override;

    // What the text is screened with. The text stays.
    void setPolicy(const Json& policy, const Json& inputs);
    // The text is shown as one of that stage; nothing happens for a stage that cannot be tested.
    void setStage(const std::string& stage);

Q_SIGNALS:
    // What the rules of the chosen stage say; empty while there is no text.
    void screened(const std::vector<touchstone::session::RuleSighting>& sightings);

private:
    struct Answer;

    void buildUi();
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeTexts();
    void request();
    void ask();
    void show(const Answer& answer);
    void showNothing();
    void mark();
    void selectMark(const QModelIndex& index);

    const Theme& m_theme;
    session::Session& m_session;
    SegmentedControl* m_stages = nullptr;
    Pill* m_verdict = nullptr;
    QLabel* m_sentence = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QPlainTextEdit* m_after = nullptr;
    QListView* m_list = nullptr;
    PolicyMarks m_marks;

    QTimer m_pause;
    std::stop_source m_stop;
    Json m_policy = Json::array();
    Json m_inputs;
};

}  // namespace touchstone::ui
