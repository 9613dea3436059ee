// SPDX-License-Identifier: Apache-2.0
//
// "Something of this kind has changed in the workspace": how a view knows when to read again.
//
// Thread-safe. Callbacks run on the store's thread after the commit, at most once a kind and transaction, and must
// return quickly. Changes made by other programs are not announced.

#pragma once

#include <functional>
#include <memory>

namespace touchstone::store {

enum class Change { Versions, Drafts, Corpora, Datasets, Experiments, Traces };

using OnChange = std::function<void(Change)>;

struct Listener;

// Dropping it means "tell me nothing more": once the destructor has returned, the callback is not running and never
// will again. It may be dropped inside its own callback.
class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::shared_ptr<Listener> listener);
    ~Subscription();
    Subscription(Subscription&& other) noexcept;
    Subscription& operator=(Subscription&& other) noexcept;

private:
    std::shared_ptr<Listener> m_listener;
};

}  // namespace touchstone::store
