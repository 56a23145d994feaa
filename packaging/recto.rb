class Recto < Formula
  desc "Turns a folder of Markdown into a blog that any static host can serve"
  homepage "@HOMEPAGE@"
  version "@VERSION@"
  license any_of: ["MIT", "Apache-2.0"]

@ARCHIVES@

  def install
    bin.install "recto"
    bash_completion.install "completions/recto.bash" => "recto"
    zsh_completion.install "completions/_recto"
    fish_completion.install "completions/recto.fish"
    man1.install Dir["man/*.1"]
  end

  test do
    system bin/"recto", "new", "blog"
    assert_path_exists testpath/"blog/content/site.json"
  end
end
