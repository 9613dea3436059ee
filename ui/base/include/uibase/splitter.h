// SPDX-License-Identifier: GPL-3.0-or-later
//
// A splitter whose handles are a line of one pixel but can be grabbed on seven.
//
// GUI thread only.

#pragma once

#include <QSplitter>

namespace touchstone::ui {

class Splitter : public QSplitter {
    Q_OBJECT

public:
    explicit Splitter(Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    QSplitterHandle* createHandle() override;
};

}  // namespace touchstone::ui
