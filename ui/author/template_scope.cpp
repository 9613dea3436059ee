// SPDX-License-Identifier: GPL-3.0-or-later

#include "template_scope.h"

#include <QStringList>

namespace touchstone::ui {
namespace {

bool isNamePart(QChar c) {
    return c.isLetterOrNumber() || c == u'_';
}

QString firstWord(const QString& text) {
    qsizetype end = 0;
    while (end < text.size() && isNamePart(text[end]))
        ++end;
    return text.left(end);
}

class ScopeReader {
public:
    explicit ScopeReader(const QString& text) : m_text(text) {}

    TemplateScope read() {
        while (toNextTag()) {
            const QChar kind = m_text[m_at + 1];
            const qsizetype begin = m_at + 2;
            const qsizetype end = endOfTag(begin, kind);
            if (end < 0) {
                m_scope.inTag = kind != u'#';
                m_scope.isStatement = kind == u'%';
                m_scope.code = withoutDash(m_text.mid(begin));
                return m_scope;
            }
            m_at = end + 2;
            if (kind == u'%')
                take(withoutDash(m_text.mid(begin, end - begin)).trimmed());
        }
        return m_scope;
    }

private:
    bool toNextTag() {
        if (m_raw) {
            const qsizetype end = m_text.indexOf(QStringLiteral("endraw"), m_at);
            m_at = end < 0 ? m_text.size() : m_text.lastIndexOf(QStringLiteral("{%"), end);
            m_raw = false;
        }
        for (m_at = m_text.indexOf(u'{', m_at); m_at >= 0 && m_at + 1 < m_text.size();
             m_at = m_text.indexOf(u'{', m_at + 1))
            if (const QChar kind = m_text[m_at + 1]; kind == u'{' || kind == u'%' || kind == u'#')
                return true;
        return false;
    }

    // Where the tag that began is closed; −1 when it is not. Quoted text does not close it.
    [[nodiscard]] qsizetype endOfTag(qsizetype begin, QChar kind) const {
        const QString close = kind == u'{' ? QStringLiteral("}}") : QString(kind) + QLatin1Char('}');
        if (kind == u'#')
            return m_text.indexOf(close, begin);
        QChar quote;
        for (qsizetype i = begin; i < m_text.size(); ++i) {
            const QChar c = m_text[i];
            if (!quote.isNull()) {
                if (c == u'\\')
                    ++i;
                else if (c == quote)
                    quote = QChar();
            } else if (c == u'"' || c == u'\'') {
                quote = c;
            } else if (m_text.mid(i, 2) == close) {
                return i;
            }
        }
        return -1;
    }

    static QString withoutDash(QString code) {
        if (code.startsWith(u'-') || code.startsWith(u'+'))
            code.remove(0, 1);
        if (code.endsWith(u'-') || code.endsWith(u'+'))
            code.chop(1);
        return code;
    }

    void take(const QString& statement) {
        const QString word = firstWord(statement);
        const QString rest = statement.mid(word.size()).trimmed();
        if (word == QStringLiteral("raw")) {
            m_raw = true;
        } else if (word == QStringLiteral("for")) {
            open(true);
            const qsizetype in = rest.indexOf(QStringLiteral(" in "));
            for (const QString& name : rest.left(in).split(u','))
                add(name.trimmed(), ScopedName::LoopVariable, in < 0 ? QString() : rest.mid(in + 4).trimmed());
        } else if (word == QStringLiteral("macro")) {
            const QString name = firstWord(rest);
            const QString arguments = rest.mid(name.size());
            add(name, ScopedName::Macro, arguments);
            open(m_scope.inLoop);
            for (const QString& argument : arguments.mid(1).split(u','))
                add(firstWord(argument.trimmed()), ScopedName::Argument, {});
        } else if (word == QStringLiteral("with") || word == QStringLiteral("set")) {
            if (word == QStringLiteral("with"))
                open(m_scope.inLoop);
            for (const QString& name : rest.section(u'=', 0, 0).split(u','))
                add(firstWord(name.trimmed()), ScopedName::SetVariable, {});
        } else if (word == QStringLiteral("endfor") || word == QStringLiteral("endmacro") ||
                   word == QStringLiteral("endwith")) {
            closeBlock();
        }
    }

    void add(const QString& name, ScopedName::Kind kind, const QString& source) {
        if (!name.isEmpty())
            m_scope.names.push_back({name, kind, source});
    }

    void open(bool inLoop) {
        m_blocks.push_back({m_scope.names.size(), m_scope.inLoop});
        m_scope.inLoop = inLoop;
    }

    void closeBlock() {
        if (m_blocks.empty())
            return;
        m_scope.names.resize(m_blocks.back().names);
        m_scope.inLoop = m_blocks.back().inLoop;
        m_blocks.pop_back();
    }

    struct Block {
        std::size_t names = 0;
        bool inLoop = false;
    };

    const QString& m_text;
    qsizetype m_at = 0;
    bool m_raw = false;
    TemplateScope m_scope;
    std::vector<Block> m_blocks;
};

}  // namespace

TemplateScope scopeAtEnd(const QString& text) {
    return ScopeReader(text).read();
}

}  // namespace touchstone::ui
