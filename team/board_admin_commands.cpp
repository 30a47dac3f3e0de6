// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_commands.hpp"

#include "board_schema.hpp"
#include "own_seat.hpp"
#include "pqxx_board.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <CLI/App.hpp>

#include <variant>

namespace poise {

namespace {

constexpr int certificate_days = 90;
constexpr int authority_days = 3650;

struct BoardAsked {
    LocalServer local;
    std::string server, authority, authority_key, file, output, kind = "member", login, folder;
    int team = 0;
    bool print = false, reads = false, purge = false;
};

Exit init(const BoardAsked& asked, Console& console) {
    if (asked.print) {
        console.print(schema_script());
        return Exit::done;
    }
    const int version = answered(registry_on(asked.local)->init());
    console.print_line(
        tr("The schema of the board is there, version {version}.", {{"version", std::to_string(version)}}));
    return Exit::done;
}

Exit make_own_authority(const BoardAsked& asked, Console& console) {
    const std::string key = make_key("authority").key;
    write_own_file(asked.folder + "/authority.key", key);
    write_own_file(asked.folder + "/authority.crt", make_authority(key, "Poise board", authority_days));
    console.print_line(tr("{folder} holds authority.crt and authority.key: who has the key can make members.",
                          {{"folder", printable(asked.folder, 400)}}));
    return Exit::done;
}

Exit invite(const BoardAsked& asked, Console& console) {
    const auto server = parse_server_address(asked.server);
    if (!server) throw Failure{Exit::usage, server.error()};
    const BoardInvitation invitation{*server, asked.team, asked.kind, random_hex(32), text_of_file(asked.authority)};
    answered(registry_on(asked.local)->invite(asked.team, {hash_of_code(invitation.code), asked.kind}));
    write_own_file(asked.output, to_json(invitation));
    console.print_line(tr("{file} is for one person, once, for seven days.", {{"file", printable(asked.output, 400)}}));
    return Exit::done;
}

Signed certificate_for(const BoardAsked& asked, const std::string& login, const std::string& request) {
    auto certificate = sign_request(request, login, text_of_file(asked.authority), text_of_file(asked.authority_key),
                                    certificate_days);
    if (!certificate) throw Failure{Exit::bad_input, certificate.error()};
    return *std::move(certificate);
}

Signed approved(const BoardAsked& asked, const BoardRequest& request) {
    const auto office = registry_on(asked.local);
    std::vector<std::string> hashes;
    for (const auto& open : answered(office->open_invitations(request.team))) hashes.push_back(open.code_hash);
    const auto invitation = invitation_of(request, hashes);
    if (!invitation) {
        throw Failure{Exit::bad_input,
                      tr("this request was made with no invitation that is open, or was changed on its way")};
    }
    Signed certificate = certificate_for(asked, request.login, request.certificate_request);
    answered(
        office->approve({request.team, *invitation, request.login, request.verifier, certificate.serial, asked.reads}));
    return certificate;
}

Signed approved(const BoardAsked& asked, const BoardRenewal& renewal) {
    if (!may_be_renewed(renewal.certificate, renewal.login, renewal.certificate_request,
                        text_of_file(asked.authority))) {
        throw Failure{Exit::bad_input, tr("this asks for another certificate than the one it has, or has one that is "
                                          "not by this authority")};
    }
    Signed certificate = certificate_for(asked, renewal.login, renewal.certificate_request);
    const auto done = registry_on(asked.local)->renew(renewal.login, certificate.serial);
    if (!done && done.error().kind == BoardTrouble::Kind::refused) {
        throw Failure{Exit::failed,
                      tr("{login} was revoked or has left: there is nothing to renew", {{"login", renewal.login}})};
    }
    answered(done);
    return certificate;
}

Exit approve(const BoardAsked& asked, Console& console) {
    const auto petition = parse_paper<Petition>(text_of_file(asked.file));
    if (!petition) {
        throw Failure{Exit::bad_input,
                      tr("{file}: {why}", {{"file", printable(asked.file, 400)}, {"why", petition.error()}})};
    }
    const std::string login = std::visit([](const auto& paper) { return paper.login; }, *petition);
    const Signed certificate = std::visit([&](const auto& paper) { return approved(asked, paper); }, *petition);
    write_own_file(asked.output, to_json(BoardReply{login, certificate.certificate}));
    console.print_line(tr("{login} is approved; {file} is the reply. It holds no secret.",
                          {{"login", login}, {"file", printable(asked.output, 400)}}));
    return Exit::done;
}

Exit revoke(const BoardAsked& asked, Console& console) {
    const int purged = answered(registry_on(asked.local)->revoke(asked.login, asked.purge));
    console.print_line(tr("{login} can log in no more.", {{"login", asked.login}}));
    if (asked.purge)
        console.print_line(tr_many("{count} record of theirs is gone.", "{count} records of theirs are gone.", purged));
    return Exit::done;
}

Exit freeze(const BoardAsked& asked, Console& console) {
    const int weeks = answered(registry_on(asked.local)->freeze());
    console.print_line(tr_many("{count} week of a team was frozen.", "{count} weeks of teams were frozen.", weeks));
    return Exit::done;
}

Exit retain(const BoardAsked& asked, Console& console) {
    const int rows = answered(registry_on(asked.local)->retain());
    console.print_line(tr_many("{count} row had had its time.", "{count} rows had had their time.", rows));
    return Exit::done;
}

} // namespace

void add_server_options(CLI::App& command, LocalServer& server) {
    command.add_option("--socket", server.folder, "the folder of the server's socket (/run/postgresql)")
        ->type_name("FOLDER");
    command.add_option("--port", server.port, "5432")->type_name("N");
    command.add_option("--database", server.database, "poise")->type_name("NAME");
    command.add_option("--user", server.login, "who you are there, if not as here")->type_name("NAME");
}

std::unique_ptr<Registry> registry_on(const LocalServer& server) {
    const auto connection = connection_text(server);
    if (!connection) throw Failure{Exit::usage, connection.error()};
    return make_pqxx_registry(*connection);
}

void add_board_admin_commands(CLI::App& board, Command& chosen) {
    const auto asked = std::make_shared<BoardAsked>();
    const auto command = [&](const char* name, const char* about, Exit (*run)(const BoardAsked&, Console&)) {
        return add_command(board, chosen, asked, name, about, run);
    };
    const auto on_server = [&](CLI::App* added) {
        add_server_options(*added, asked->local);
        return added;
    };
    // What an admin types first has the short name, too.
    const auto init_db = [&](CLI::App& parent, const char* about) {
        on_server(add_command(parent, chosen, asked, "init-db", about, init))
            ->add_flag("--print", asked->print, "only show what would be run");
    };
    init_db(board, "An admin's: make the schema, or bring it up to date (the same as poise team init-db)");
    init_db(*board.get_parent(), "An admin's: make the schema of a board on its server (the same as board init-db)");
    command("authority", "An admin's: make an authority for certificates", make_own_authority)
        ->add_option("FOLDER", asked->folder, "where to")
        ->required()
        ->type_name("");
    auto* inviting = on_server(command("invite", "An admin's: an invitation for one person", invite));
    inviting->add_option("--team", asked->team, "the number of the team")->required()->type_name("N");
    inviting->add_option("--server", asked->server, "how members reach the board")
        ->required()
        ->type_name("HOST[:PORT][/DATABASE]");
    inviting->add_option("--authority", asked->authority, "the authority's certificate")->required()->type_name("FILE");
    inviting->add_option("--for", asked->kind, "member, or a reader: lead, works_council, ergonomist")
        ->type_name("WHOM");
    inviting->add_option("-o,--output", asked->output, "the invitation")->required()->type_name("FILE");
    auto* approving = on_server(command("approve", "An admin's: approve a request to take part, or to renew", approve));
    approving->add_option("REQUEST", asked->file, "the file from the member")->required()->type_name("");
    approving->add_option("--authority", asked->authority, "the authority's certificate")
        ->required()
        ->type_name("FILE");
    approving->add_option("--authority-key", asked->authority_key, "its key")->required()->type_name("FILE");
    approving->add_option("-o,--output", asked->output, "the reply")->required()->type_name("FILE");
    approving->add_flag("--reads", asked->reads, "this member reads the report too, and counts in no figure");
    auto* revoking = on_server(command("revoke", "An admin's: close a login at once", revoke));
    revoking->add_option("LOGIN", asked->login, "as m_...")->required()->type_name("");
    revoking->add_flag("--purge", asked->purge, "and drop what it published");
    on_server(command("freeze", "A timer's: freeze the weeks that are due", freeze));
    on_server(command("retain", "A timer's: drop what has had its time", retain));
}

void add_board_commands(CLI::App& app, Command& chosen) {
    auto* board = app.add_subcommand("board", "A team on a server: publish, read, and administer");
    board->require_subcommand(1);
    for (const auto add :
         {add_board_seat_commands, add_board_report_command, add_board_team_commands, add_board_admin_commands})
        add(*board, chosen);
}

} // namespace poise
