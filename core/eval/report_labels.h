// SPDX-License-Identifier: Apache-2.0
//
// The part of the HTML report on predicted labels.

#pragma once

#include "eval/report.h"

#include <string>

namespace touchstone::eval {

// For each contestant that was scored by label: accuracy, the confusion matrix (of many labels, the most frequent
// confusions), and precision, recall and F1 of each label.
void writeLabels(std::string& html, const Report& report);

}  // namespace touchstone::eval
