// SPDX-License-Identifier: GPL-3.0-or-later
// What takes a member's letters to the keeper, and the keeper's word on the team back. An invitation says which it is
// and where; the one in this room is a folder that everybody may write into and only the keeper may read.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

/// As an invitation names it.
struct CarrierName {
    std::string kind; // "folder"
    std::string place;
    bool operator==(const CarrierName&) const = default;
};

class Carrier {
public:
    Carrier() = default;
    Carrier(const Carrier&) = delete;
    Carrier& operator=(const Carrier&) = delete;
    virtual ~Carrier() = default;

    /// Whole or not at all, in place of what had this name. Throws std::runtime_error.
    virtual void send(const std::string& name, std::string_view bytes) = 0;
    /// False: it could not be taken back.
    [[nodiscard]] virtual bool take_back(const std::string& name) = 0;
    /// What the keeper has published; nothing: nothing yet.
    [[nodiscard]] virtual std::optional<std::string> published(const std::string& name) = 0;
};

/// Throws std::runtime_error for a kind that this program does not know.
[[nodiscard]] std::unique_ptr<Carrier> make_carrier(const CarrierName&);

/// The rules of reading a folder that anybody may have filled. Nothing but a test switches one off.
struct FolderGuards {
    bool regular_only = true; // no link, no pipe, no folder
    bool small_only = true;   // 64 KiB
    bool never_waits = true;  // for the other end of a pipe
    bool known_first = true;  // those of members
    bool so_many_only = true; // 10,000 files
};
inline constexpr std::size_t largest_letter = std::size_t{64} * 1024;
inline constexpr std::size_t most_letters = 10'000;

struct Letter {
    std::string name; // untrusted
    std::string bytes;
};
/// What was not taken, and why; both safe for a terminal.
struct Refusal {
    std::string name;
    std::string why;
    bool operator==(const Refusal&) const = default;
};

class DropFolder : public Carrier {
public:
    explicit DropFolder(std::filesystem::path);
    void send(const std::string& name, std::string_view bytes) override;
    bool take_back(const std::string& name) override;
    std::optional<std::string> published(const std::string& name) override;

    /// The keeper's side: those whose names begin with one of `known` first, in the order of their names.
    [[nodiscard]] std::vector<Letter> letters(const std::vector<std::string>& known, std::vector<Refusal>& refused,
                                              const FolderGuards& = {}) const;

private:
    std::filesystem::path folder_;
};

/// A letter's name: of a member, and a Monday, "request" or "withdrawal".
[[nodiscard]] std::string letter_name(const std::string& member, const std::string& what);
inline constexpr const char* facts_name = "facts.poise-team";

} // namespace poise
