// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command palette: type a few letters of anything, Enter does it or goes there. Lies over the page it belongs to.
//
// GUI thread only.

#pragma once

#include "palette_model.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;
class QSettings;

namespace touchstone::ui {

class Theme;

class CommandPalette : public QFrame {
    Q_OBJECT

public:
    // Over `parent`; hidden until open(). `state` keeps what was used lately. All outlive the palette.
    CommandPalette(const Theme& theme, QSettings& state, QWidget* parent);

    // In the order of the sections while nothing is typed. Outlives the palette.
    void addSource(PaletteSource& source) { m_model->addSource(source); }
    void open(const QString& text = {});
    void close();
    [[nodiscard]] PaletteModel& model() { return *m_model; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildUi();
    void place();
    void chooseFirst();
    void step(int rows);
    void run(const QModelIndex& index);
    void remember(const QString& id);
    [[nodiscard]] bool isKey(int key);

    const Theme& m_theme;
    QSettings& m_state;
    PaletteModel* m_model;
    QLineEdit* m_text;
    QListView* m_list;
    QLabel* m_nothing;
    QLabel* m_foot;
    QPointer<QWidget> m_before;  // had the focus
};

}  // namespace touchstone::ui
