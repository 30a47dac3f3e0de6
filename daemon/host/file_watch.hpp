// SPDX-License-Identifier: GPL-3.0-or-later
// Says that a file may have changed, however it was saved: written in place, renamed over, behind a link, in a folder
// that was not there before, or deleted. What is watched is the way to the file, as the kernel walks it: the folder in
// which the file is looked up, the folder of every link on the way, and where the way ends early the folder in which it
// would go on. A last name of `*.toml` stands for every file there whose name ends so. Of the folders above only their
// own moving is watched, so that nothing that happens in them wakes us.
#pragma once

#include "readable.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct inotify_event;

namespace poise {

class FileWatch {
public:
    /// `changed` is called once for a burst of changes, when the file is whole as far as one can tell.
    FileWatch(boost::asio::io_context&, const std::filesystem::path& file, std::function<void()> changed);

    /// Why changes are not noticed; empty: they are.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }

private:
    struct LookUp {
        int watch; // on its folder
        std::filesystem::path path;
    };

    void watch_the_way();
    int watch_folder(const std::filesystem::path&, std::uint32_t events);
    void look();
    [[nodiscard]] std::optional<std::chrono::milliseconds> settles_in(const inotify_event&,
                                                                      std::string_view name) const;

    boost::asio::io_context& io_;
    std::filesystem::path file_;
    std::function<void()> changed_;
    std::string trouble_;
    std::optional<Readable> inotify_;
    std::vector<LookUp> way_;
    boost::asio::steady_timer settling_;
    Lifetime lifetime_;
};

} // namespace poise
