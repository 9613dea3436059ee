// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyring_desk.h"

#include <qt6keychain/keychain.h>

namespace touchstone::ui {
namespace {

// QtKeychain's words are for programmers; these say what a person can do.
QString problemOf(const QKeychain::Job& job) {
    switch (job.error()) {
        case QKeychain::NoError:
            return {};
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser:
            return KeyringDesk::tr("the keyring was not unlocked");
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
            return KeyringDesk::tr("there is no keyring on this system");
        default:
            break;
    }
    return KeyringDesk::tr("the keyring cannot be used (%1)").arg(job.errorString().simplified().left(200));
}

}  // namespace

void KeyringDesk::start(QKeychain::Job* job, const QString& name) {
    job->setKey(name);
    job->setInsecureFallback(false);
    job->start();
}

void KeyringDesk::read(const QString& name) {
    auto* job = new QKeychain::ReadPasswordJob(m_service);
    connect(job, &QKeychain::Job::finished, this, [this, job, name] {
        const bool isMissing = job->error() == QKeychain::EntryNotFound;
        const Outcome outcome = isMissing ? Outcome::Missing : job->error() ? Outcome::Failed : Outcome::Done;
        Q_EMIT wasRead(name, outcome, job->textData(), isMissing ? QString() : problemOf(*job));
    });
    start(job, name);
}

void KeyringDesk::write(const QString& name, const QString& secret) {
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, name, secret] { Q_EMIT wasWritten(name, secret, problemOf(*job)); });
    start(job, name);
}

void KeyringDesk::remove(const QString& name) {
    auto* job = new QKeychain::DeletePasswordJob(m_service);
    connect(job, &QKeychain::Job::finished, this, [this, job, name] {
        const bool isGone = job->error() == QKeychain::EntryNotFound;
        Q_EMIT wasRemoved(name, isGone ? QString() : problemOf(*job));
    });
    start(job, name);
}

}  // namespace touchstone::ui
