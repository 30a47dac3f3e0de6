// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_ledger.hpp"

#include "file_text.hpp"
#include "poise/iso_time.hpp"
#include "say.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace poise {

namespace {

constexpr const char* ledger_purpose = "ledger 1";

/// "NUMBER\tHASH OF THE LINE BEFORE\tWEEK", which is signed; then "\tSIGNATURE".
std::string line_of(std::size_t number, const Hex& before, const std::string& week) {
    return std::to_string(number) + '\t' + before + '\t' + week;
}

} // namespace

Ledger::Ledger(std::filesystem::path file, const SigningKey& key, std::size_t lines, bool prove)
    : file_{std::move(file)}, key_{&key}, head_(64, '0') {
    const auto text = read_file(file_);
    if (!text && text.error() != ENOENT)
        throw std::runtime_error(tr("{file}: {why}", {{"file", file_.string()}, {"why", std::strerror(text.error())}}));
    if (text) text_ = *text;
    const auto broken = [&](std::size_t number) {
        return std::runtime_error(tr("{file}:{line}: the ledger was changed by somebody else; no figure of it counts",
                                     {{"file", file_.string()}, {"line", std::to_string(number)}}));
    };
    std::string_view rest = text_;
    while (!rest.empty()) {
        const std::size_t number = weeks_.size() + 1;
        const auto end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        const auto signature_at = line.rfind('\t');
        const auto week_at = line.find('\t', line.find('\t') + 1);
        if (end == std::string_view::npos || week_at == std::string_view::npos || signature_at <= week_at)
            throw broken(number);
        const std::string week_text{line.substr(week_at + 1, signature_at - week_at - 1)};
        const auto week = parse_team_week(week_text);
        if (!week) throw broken(number);
        const std::string is_signed_text = line_of(number, head_, week_text);
        const bool proven =
            line.substr(0, signature_at) == is_signed_text &&
            is_signed(key_->verify_key(), Hex{line.substr(signature_at + 1)}, ledger_purpose, is_signed_text) &&
            (weeks_.empty() || weeks_.back().week < week->week);
        if (prove && !proven) throw broken(number);
        weeks_.push_back(*week);
        head_ = sha256(line);
        rest.remove_prefix(end + 1);
    }
    if (prove && weeks_.size() < lines) throw broken(weeks_.size() + 1);
}

bool Ledger::holds(IsoWeek week) const {
    return std::ranges::any_of(weeks_, [&](const TeamWeek& closed) { return closed.week == week; });
}

void Ledger::append(const TeamWeek& week) {
    std::string line = line_of(weeks_.size() + 1, head_, to_json(week));
    line += '\t' + key_->sign(ledger_purpose, line);
    text_ += line + '\n';
    replace_file(file_, text_, for_the_owner);
    weeks_.push_back(week);
    head_ = sha256(line);
}

} // namespace poise
