// SPDX-License-Identifier: GPL-3.0-or-later
#include "pqxx_board.hpp"

#include "ask.hpp"
#include "board_schema.hpp"

#include "poise/iso_time.hpp"
#include "say.hpp"

#include <libpq-fe.h>
#include <pqxx/pqxx>

#include <regex>
#include <stdexcept>

namespace poise {

namespace {

/// libpq's messages end in line breaks, and come from outside.
std::string told(const std::exception& error) {
    std::string text;
    for (const char c : std::string_view{error.what()}.substr(0, 500)) {
        const bool steers = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        if (!steers || (!text.empty() && text.back() != ' ')) text += steers ? ' ' : c;
    }
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

/// One transaction on a connection of its own: all that `work` does, or nothing.
template <class Work>
auto in_transaction(const std::string& where, Work work) -> BoardAnswer<std::invoke_result_t<Work, pqxx::work&>> {
    using Kind = BoardTrouble::Kind;
    try {
        pqxx::connection connection{where};
        pqxx::work transaction{connection};
        auto answer = work(transaction);
        transaction.commit();
        return answer;
    } catch (const pqxx::insufficient_privilege&) {
        return Unexpected{BoardTrouble{Kind::refused, tr("the board refuses that to this login")}};
    } catch (const pqxx::broken_connection& error) {
        return Unexpected{BoardTrouble{Kind::away, told(error)}};
    } catch (const pqxx::in_doubt_error& error) { // perhaps it was done: the same again has the same answer
        return Unexpected{BoardTrouble{Kind::away, told(error)}};
    } catch (const std::exception& error) {
        return Unexpected{BoardTrouble{Kind::wrong, told(error)}};
    }
}

std::string text_of(const std::optional<Day>& day) { return day ? to_iso(*day) : std::string{}; }

class PqxxBoard final : public Board {
public:
    explicit PqxxBoard(std::string connection) : connection_{std::move(connection)} {}

    BoardAnswer<Published> publish(const std::string& record) override {
        return in_transaction(connection_, [&](pqxx::work& work) {
            const auto word = ask(work, "SELECT poise.publish_week($1::json)", {record})[0][0].as<std::string>();
            const auto published = parse_published(word);
            if (!published) throw std::runtime_error{tr("it answers what this version does not know")};
            return *published;
        });
    }
    BoardAnswer<std::string> my_weeks() override { return text("SELECT poise.my_weeks()::text"); }
    BoardAnswer<std::string> team_facts() override { return text("SELECT poise.team_facts()::text"); }
    BoardAnswer<std::vector<AuditLine>> my_audit() override {
        return in_transaction(connection_, [](pqxx::work& work) {
            std::vector<AuditLine> lines;
            const auto rows = ask(work, "SELECT day::text, actor, action, object, times FROM poise.my_audit()");
            for (const auto& row : rows) {
                lines.push_back({row[0].as<std::string>(), row[1].as<std::string>(), row[2].as<std::string>(),
                                 row[3].as<std::string>(), row[4].as<int>()});
            }
            return lines;
        });
    }
    BoardAnswer<int> erase(const MondayRange& range) override {
        return in_transaction(connection_, [&](pqxx::work& work) {
            return ask(work, "SELECT poise.erase_me(nullif($1, '')::date, nullif($2, '')::date)",
                       {text_of(range.first), text_of(range.last)})[0][0]
                .as<int>();
        });
    }
    BoardAnswer<int> leave() override {
        return in_transaction(connection_,
                              [](pqxx::work& work) { return ask(work, "SELECT poise.leave_team()")[0][0].as<int>(); });
    }
    BoardAnswer<std::vector<BoardReport>> reports(const MondayRange& range) override {
        return in_transaction(connection_, [&](pqxx::work& work) {
            std::vector<BoardReport> reports;
            const auto rows =
                ask(work, "SELECT r::text FROM poise.team_report(nullif($1, '')::date, nullif($2, '')::date) r",
                    {text_of(range.first), text_of(range.last)});
            for (const auto& row : rows) {
                auto report = parse_board_report(row[0].as<std::string>());
                if (!report) throw std::runtime_error{report.error()};
                reports.push_back(*std::move(report));
            }
            return reports;
        });
    }

private:
    [[nodiscard]] BoardAnswer<std::string> text(const char* question) const {
        return in_transaction(connection_,
                              [question](pqxx::work& work) { return ask(work, question)[0][0].as<std::string>(); });
    }

    std::string connection_;
};

/// They become names and texts of statements, which take no parameters: nothing else may.
void check_login(const std::string& login) {
    static const std::regex shape{"[mr]_[0-9a-f]{32}"};
    if (!std::regex_match(login, shape)) throw std::runtime_error{tr("that is no login of a member or reader")};
}
void check_verifier(const std::string& verifier) {
    static const std::regex shape{
        R"(SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/]{16,64}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=)"};
    if (!std::regex_match(verifier, shape)) throw std::runtime_error{tr("that is no verifier of a password")};
}

/// At once, whatever that login is doing.
void end_connections(pqxx::work& work, const std::string& login) {
    ask(work, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1", {login});
}

class PqxxRegistry final : public Registry {
public:
    explicit PqxxRegistry(std::string connection) : connection_{std::move(connection)} {}

    BoardAnswer<int> init() override {
        return in_transaction(connection_, [](pqxx::work& work) {
            if (!ask(work, "SELECT to_regclass('poise.installation')::text")[0][0].is_null()) {
                const int there = ask(work, "SELECT version FROM poise.installation")[0][0].as<int>();
                if (there > schema_version) {
                    throw std::runtime_error{tr("the schema there is of a newer version of Poise")};
                }
            }
            work.exec(std::string{schema_script()});
            return schema_version;
        });
    }
    BoardAnswer<int> open_team(const std::string& label, int minimum) override {
        return number("SELECT poise.open_team($1, $2)", label, minimum);
    }
    BoardAnswer<std::vector<TeamEntry>> teams() override {
        return in_transaction(connection_, [](pqxx::work& work) {
            std::vector<TeamEntry> all;
            for (const auto& row : ask(work, "SELECT team_id, label, minimum, retention_weeks FROM poise.teams()"))
                all.push_back({row[0].as<int>(), row[1].as<std::string>(), row[2].as<int>(), row[3].as<int>()});
            return all;
        });
    }
    BoardAnswer<int> rename_team(int team, const std::string& label) override {
        return done("SELECT poise.rename_team($1, $2)", team, label);
    }
    BoardAnswer<int> raise_minimum(int team, int minimum) override {
        return done("SELECT poise.raise_minimum($1, $2)", team, minimum);
    }
    BoardAnswer<int> keep_for(int team, int weeks) override {
        return done("SELECT poise.keep_for($1, $2)", team, weeks);
    }
    BoardAnswer<int> purge_team(int team) override {
        return in_transaction(connection_, [team](pqxx::work& work) {
            // Logins that a site made by itself and listed as readers are its own.
            const auto logins =
                ask(work,
                    "SELECT member_id FROM poise.member WHERE team_id = $1 UNION SELECT r.reader_id FROM "
                    "poise.team_reader r WHERE r.team_id = $1 AND r.reader_id ~ '^r_[0-9a-f]{32}$' AND NOT EXISTS "
                    "(SELECT FROM poise.team_reader o WHERE o.reader_id = r.reader_id AND o.team_id <> r.team_id)",
                    {std::to_string(team)});
            ask(work, "SELECT poise.purge_team($1)", {std::to_string(team)});
            for (const auto& row : logins) {
                const auto login = row[0].as<std::string>();
                end_connections(work, login);
                work.exec("DROP ROLE IF EXISTS " + work.quote_name(login));
            }
            return static_cast<int>(logins.size());
        });
    }
    BoardAnswer<int> freeze_on(int day) override { return done("SELECT poise.freeze_on($1)", day); }
    BoardAnswer<int> invite(int team, const OpenInvitation& invitation) override {
        return done("SELECT poise.invite($1, $2, $3)", team, invitation.code_hash, invitation.kind);
    }
    BoardAnswer<std::vector<OpenInvitation>> open_invitations(int team) override {
        return in_transaction(connection_, [team](pqxx::work& work) {
            std::vector<OpenInvitation> open;
            for (const auto& row :
                 ask(work, "SELECT code_hash, kind FROM poise.open_invitations($1)", {std::to_string(team)}))
                open.push_back({row[0].as<std::string>(), row[1].as<std::string>()});
            return open;
        });
    }
    BoardAnswer<int> approve(const Approval& approval) override {
        return in_transaction(connection_, [&](pqxx::work& work) {
            check_login(approval.login);
            check_verifier(approval.verifier);
            const bool is_member = approval.login.starts_with("m_");
            // A few connections are enough for one person, and not enough to keep the others out.
            work.exec("CREATE ROLE " + work.quote_name(approval.login) + " LOGIN CONNECTION LIMIT 4 PASSWORD " +
                      work.quote(approval.verifier) + " IN ROLE " + (is_member ? "poise_member" : "poise_reader"));
            if (is_member) {
                ask(work, "SELECT poise.enrol($1, $2, $3, $4, $5::boolean)",
                    {std::to_string(approval.team), approval.invitation_hash, approval.login, approval.serial,
                     approval.reads ? "true" : "false"});
            } else {
                ask(work, "SELECT poise.enrol_reader($1, $2, $3)",
                    {std::to_string(approval.team), approval.invitation_hash, approval.login});
            }
            return 1;
        });
    }
    BoardAnswer<int> renew(const std::string& login, const std::string& serial) override {
        if (login.starts_with("r_")) return done("SELECT poise.renew_reader($1)", login);
        return done("SELECT poise.renew($1, $2)", login, serial);
    }
    BoardAnswer<int> add_reader(int team, const std::string& login, const std::string& kind) override {
        return in_transaction(connection_, [&](pqxx::work& work) {
            // Asked here and not by the function, whose owner sees no roles (catalog.sql). Whoever was revoked has one
            // still, which may not log in.
            const auto added =
                ask(work,
                    "SELECT poise.add_reader($1, rolname::text, $3) FROM pg_catalog.pg_roles WHERE rolname = $2 "
                    "AND rolcanlogin AND pg_catalog.pg_has_role(oid, 'poise_reader', 'MEMBER') AND NOT EXISTS "
                    "(SELECT FROM poise.team_reader t WHERE t.team_id = $1 AND t.reader_id = rolname)",
                    {std::to_string(team), login, kind});
            if (added.empty()) throw pqxx::insufficient_privilege{"no such reader"};
            return 1;
        });
    }
    BoardAnswer<int> remove_reader(int team, const std::string& login) override {
        return done("SELECT poise.remove_reader($1, $2)", team, login);
    }
    BoardAnswer<int> revoke(const std::string& login, bool purge) override {
        return in_transaction(connection_, [&](pqxx::work& work) {
            check_login(login);
            work.exec("ALTER ROLE " + work.quote_name(login) + " NOLOGIN");
            end_connections(work, login);
            if (login.starts_with("r_")) {
                ask(work, "SELECT poise.remove_reader(team_id, reader_id) FROM poise.team_reader WHERE reader_id = $1",
                    {login});
                return 0;
            }
            // Who has left, or was revoked before, is in no team: the login is closed all the same.
            ask(work, "SELECT poise.revoke(member_id) FROM poise.login WHERE member_id = $1", {login});
            if (!purge) return 0;
            return ask(work,
                       "SELECT coalesce(sum(poise.purge_member(team_id, member_id)), 0) FROM poise.member WHERE "
                       "member_id = $1",
                       {login})[0][0]
                .as<int>();
        });
    }
    BoardAnswer<int> freeze() override { return number("SELECT poise.freeze_due()"); }
    BoardAnswer<int> retain() override { return number("SELECT poise.retain()"); }

private:
    template <class... Values>
    [[nodiscard]] BoardAnswer<int> number(const char* question, const Values&... values) const {
        return in_transaction(connection_, [&](pqxx::work& work) {
            return ask(work, question, {pqxx::to_string(values)...})[0][0].template as<int>();
        });
    }
    template <class... Values>
    [[nodiscard]] BoardAnswer<int> done(const char* question, const Values&... values) const {
        return in_transaction(connection_, [&](pqxx::work& work) {
            ask(work, question, {pqxx::to_string(values)...});
            return 1;
        });
    }

    std::string connection_;
};

} // namespace

std::unique_ptr<Board> make_pqxx_board(std::string connection) {
    return std::make_unique<PqxxBoard>(std::move(connection));
}

std::unique_ptr<Registry> make_pqxx_registry(std::string connection) {
    return std::make_unique<PqxxRegistry>(std::move(connection));
}

std::string scram_verifier(const std::string& login, const std::string& password) {
    // It asks for a connection only to have where to put a message; one that never comes about is enough.
    const std::unique_ptr<PGconn, decltype(&PQfinish)> nowhere{PQconnectStart("host='/' port='1'"), &PQfinish};
    if (!nowhere) throw std::bad_alloc{};
    const std::unique_ptr<char, decltype(&PQfreemem)> verifier{
        PQencryptPasswordConn(nowhere.get(), password.c_str(), login.c_str(), "scram-sha-256"), &PQfreemem};
    if (!verifier) throw std::runtime_error{PQerrorMessage(nowhere.get())};
    return verifier.get();
}

} // namespace poise
