// SPDX-License-Identifier: Apache-2.0
//
// The standard normal distribution.

#pragma once

namespace touchstone::eval {

[[nodiscard]] double normalCdf(double z);
// REQUIRES: 0 < p < 1
[[nodiscard]] double normalQuantile(double p);
// The z of a two-sided interval: 1.96 for 0.95.
[[nodiscard]] double twoSidedZ(double confidence);

}  // namespace touchstone::eval
