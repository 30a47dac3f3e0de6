// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoped.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace poise::test {

namespace {

void set_environment(const std::string& name, const std::optional<std::string>& value) {
    if (value) {
        ::setenv(name.c_str(), value->c_str(), 1);
    } else {
        ::unsetenv(name.c_str());
    }
}

} // namespace

ScopedEnvironment::ScopedEnvironment(std::string name, const std::optional<std::string>& value)
    : name_{std::move(name)} {
    if (const char* before = std::getenv(name_.c_str())) before_ = before;
    set_environment(name_, value);
}

ScopedEnvironment::~ScopedEnvironment() { set_environment(name_, before_); }

ScratchFolder::ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "poise-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::system_error{errno, std::generic_category(), "mkdtemp"};
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace poise::test
