<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About ConvViz</source>
        <translation>關於 ConvViz</translation>
    </message>
    <message>
        <source>See every number inside a convolution: your own photo, your own kernel, live.</source>
        <translation>看見卷積裡的每一個數：用你自己的照片和卷積核，即時計算。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>採用 MIT 授權的自由軟體。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>複製版本資訊</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Camera…</source>
        <translation>攝影機…</translation>
    </message>
    <message>
        <source>Open kernel…</source>
        <translation>開啟卷積核…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>儲存實驗</translation>
    </message>
    <message>
        <source>Save experiment as…</source>
        <translation>另存實驗…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好設定…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>視窗的下一個區域</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>視窗的上一個區域</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>About ConvViz</source>
        <translation>關於 ConvViz</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>關於 Qt</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清除清單</translation>
    </message>
    <message>
        <source>Open a picture or an experiment</source>
        <translation>開啟圖片或實驗</translation>
    </message>
    <message>
        <source>What a camera sees, live through every stage. Nothing is recorded</source>
        <translation>攝影機的畫面，即時經過每個階段。不會錄製任何內容</translation>
    </message>
    <message>
        <source>Paste a picture or a file from the clipboard</source>
        <translation>貼上剪貼簿中的圖片或檔案</translation>
    </message>
    <message>
        <source>Save picture and settings as one file</source>
        <translation>將圖片與設定儲存為一個檔案</translation>
    </message>
    <message>
        <source>Export a stage as a picture or as numbers</source>
        <translation>將一個階段匯出為圖片或數值</translation>
    </message>
    <message>
        <source>Undo: {edit}</source>
        <translation>復原：{edit}</translation>
    </message>
    <message>
        <source>Redo: {edit}</source>
        <translation>重做：{edit}</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>New picture…</source>
        <translation>新增圖片…</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>文字恢復 100 %</translation>
    </message>
    <message>
        <source>Presenter mode</source>
        <translation>簡報模式</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>範例</translation>
    </message>
    <message>
        <source>Start from a picture that comes with ConvViz</source>
        <translation>從 ConvViz 內附的圖片開始</translation>
    </message>
    <message>
        <source>Explain the control in focus</source>
        <translation>解釋目前焦點所在的控制項</translation>
    </message>
    <message>
        <source>What’s this? Click a control</source>
        <translation>這是什麼？按一下控制項</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>詞彙表</translation>
    </message>
</context>
<context>
    <name>ActivationForm</name>
    <message>
        <source>Activation</source>
        <translation>激活函數</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函數</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>激活函數</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>絕對值</translation>
    </message>
    <message>
        <source>Slope below zero</source>
        <translation>負值區斜率</translation>
    </message>
</context>
<context>
    <name>AmountBar</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>色彩從 {low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>BlocksView</name>
    <message>
        <source>What this number was computed from</source>
        <translation>這個數是怎麼算出來的</translation>
    </message>
</context>
<context>
    <name>BusyNote</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CanvasTools</name>
    <message>
        <source>Pen. Hold for its thickness; the wheel over the paper changes it too</source>
        <translation>畫筆。按住可選粗細，在紙上捲動滾輪也可以</translation>
    </message>
    <message>
        <source>Eraser. Hold for its size; the right mouse button always rubs out</source>
        <translation>橡皮擦。按住可選大小；隨時按滑鼠右鍵都能擦除</translation>
    </message>
    <message>
        <source>Take the last stroke back</source>
        <translation>收回最後一筆</translation>
    </message>
    <message>
        <source>New sheet (Delete)</source>
        <translation>換一張紙（Delete）</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一個範例</translation>
    </message>
    <message>
        <source>A handwritten digit of our own</source>
        <translation>取一個 ConvViz 內附的手寫數字</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>細</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Thick</source>
        <translation>粗</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>not a number; {value} is kept</source>
        <translation>不是數值；保留 {value}</translation>
    </message>
    <message>
        <source>not from {low} to {high}; {value} is kept</source>
        <translation>不在 {low} 到 {high} 之間；保留 {value}</translation>
    </message>
    <message>
        <source>{text} is not from {low} to {high}; {value} is kept</source>
        <translation>{text} 不在 {low} 到 {high} 之間；保留 {value}</translation>
    </message>
    <message>
        <source>{text} is not a number; {value} is kept</source>
        <translation>{text} 不是數值；保留 {value}</translation>
    </message>
</context>
<context>
    <name>CellReadout</name>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 列，第 {column} 行</translation>
    </message>
</context>
<context>
    <name>ChainStrip</name>
    <message>
        <source>Chain of shapes</source>
        <translation>形狀的變化</translation>
    </message>
    <message>
        <source>Go to the picture</source>
        <translation>前往圖片</translation>
    </message>
    <message>
        <source>Go to the padding</source>
        <translation>前往填補</translation>
    </message>
    <message>
        <source>Go to the kernel</source>
        <translation>前往卷積核</translation>
    </message>
    <message>
        <source>Go to the activation</source>
        <translation>前往激活函數</translation>
    </message>
    <message>
        <source>Go to the pooling</source>
        <translation>前往池化</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>沒有圖片</translation>
    </message>
    <message>
        <source>no padding</source>
        <translation>無填補</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填補</translation>
    </message>
    <message>
        <source>pad {amount}</source>
        <translation>填補 {amount}</translation>
    </message>
    <message>
        <source>pad {amount}, {fill}</source>
        <translation>填補 {amount}，{fill}</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>reflect</source>
        <translation>反射</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>對稱</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>邊緣值</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>循環</translation>
    </message>
    <message>
        <source>{size}, stride {stride}</source>
        <translation>{size}，步幅 {stride}</translation>
    </message>
    <message>
        <source>{size}, stride {stride}, dilation {dilation}</source>
        <translation>{size}，步幅 {stride}，擴張率 {dilation}</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>無激活函數</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>絕對值</translation>
    </message>
    <message>
        <source>no pooling</source>
        <translation>無池化</translation>
    </message>
    <message>
        <source>max {size}</source>
        <translation>最大池化 {size}</translation>
    </message>
    <message>
        <source>average {size}</source>
        <translation>平均池化 {size}</translation>
    </message>
    <message>
        <source>{pooling}, stride {stride}</source>
        <translation>{pooling}，步幅 {stride}</translation>
    </message>
    <message>
        <source>rows × columns × channels</source>
        <translation>列 × 行 × 通道</translation>
    </message>
    <message>
        <source>rows × columns</source>
        <translation>列 × 行</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} 個參數</translation>
    </message>
    <message>
        <source>{n} multiply-adds</source>
        <translation>{n} 次乘加</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Kept result and present result</source>
        <translation>保留的結果與目前結果</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>滑桿</translation>
    </message>
    <message>
        <source>The kept map beside the present one</source>
        <translation>保留的特徵圖與目前特徵圖並排</translation>
    </message>
    <message>
        <source>Both on one picture, with a line to drag between them</source>
        <translation>兩者疊在同一張圖上，中間有一條可拖曳的線</translation>
    </message>
    <message>
        <source>Use the kept settings again</source>
        <translation>重新使用保留的設定</translation>
    </message>
    <message>
        <source>Keep this result no longer</source>
        <translation>不再保留這個結果</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>Pin the output on show as {letter}</source>
        <translation>將目前的輸出釘選為 {letter}</translation>
    </message>
    <message>
        <source>Compare A and B</source>
        <translation>比較 A 與 B</translation>
    </message>
    <message>
        <source>Windows, products and sums of pins A and B</source>
        <translation>釘選 A 與 B 的窗口、乘積與總和</translation>
    </message>
    <message>
        <source>Take both pins away</source>
        <translation>取消釘選 A 與 B</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>not pinned</source>
        <translation>未釘選</translation>
    </message>
    <message>
        <source>Press {key} to pin the output on show, or right-click any output cell.</source>
        <translation>按 {key} 釘選目前的輸出，或在任一輸出格子上按右鍵。</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>test digits read, shifted by 0 to 7 px</source>
        <translation>移動 0 至 7 像素後，測試數字的準確率</translation>
    </message>
</context>
<context>
    <name>ComputeQueue</name>
    <message>
        <source>There is not enough memory to compute these settings on {width} × {height} pixels; a smaller picture or less padding needs less.</source>
        <translation>記憶體不足，無法用這些設定計算 {width} × {height} 像素的影像；影像更小或填補更少時，需要的記憶體也更少。</translation>
    </message>
</context>
<context>
    <name>ConfusionTools</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read all test digits</source>
        <translation>辨識所有測試數字</translation>
    </message>
    <message>
        <source>Let this network read the 10,000 test digits</source>
        <translation>讓這個網路辨識 10,000 個測試數字</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下載…</translation>
    </message>
    <message>
        <source>Let Keras fetch MNIST’s digits, after telling you from where</source>
        <translation>由 Keras 下載 MNIST 的數字；下載前會說明來源</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Choose MNIST’s file mnist.npz, as Keras has it</source>
        <translation>選擇 MNIST 檔案 mnist.npz，即 Keras 所用的檔案</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>{true} read as {answer}: {count}</source>
        <translation>{true} 辨識為 {answer}：{count} 個</translation>
    </message>
    <message>
        <source>{true}: {missed} of {count} misread</source>
        <translation>{true}：{count} 個中有 {missed} 個辨識錯誤</translation>
    </message>
    <message>
        <source>{count} others read as {answer}</source>
        <translation>{count} 個其他數字辨識為 {answer}</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>辨識為</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>實際為</translation>
    </message>
    <message>
        <source>What was read as what: rows are the digits, columns the answers</source>
        <translation>混淆矩陣：列是數字，行是答案</translation>
    </message>
</context>
<context>
    <name>ConvolutionForm</name>
    <message>
        <source>Convolution</source>
        <translation>卷積</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>運算</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>互相關</translation>
    </message>
    <message>
        <source>The kernel as it stands, as every deep-learning library computes it</source>
        <translation>卷積核保持原樣，各種深度學習函式庫都這樣計算</translation>
    </message>
    <message>
        <source>The kernel turned by 180° first, as mathematics defines it</source>
        <translation>先將卷積核旋轉 180°，這是數學上的定義</translation>
    </message>
    <message>
        <source>Fill with</source>
        <translation>填補值</translation>
    </message>
    <message>
        <source>Fill the padding with</source>
        <translation>填補部分的取值</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>指定數值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>reflect</source>
        <translation>反射</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>對稱</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>邊緣值</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>循環</translation>
    </message>
    <message>
        <source>Number the padding is filled with</source>
        <translation>用來填補的數</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>擴張率</translation>
    </message>
    <message>
        <source>Stride of rows</source>
        <translation>列步幅（縱向）</translation>
    </message>
    <message>
        <source>Stride of columns</source>
        <translation>行步幅（橫向）</translation>
    </message>
    <message>
        <source>Dilation of rows</source>
        <translation>列擴張率（縱向）</translation>
    </message>
    <message>
        <source>Dilation of columns</source>
        <translation>行擴張率（橫向）</translation>
    </message>
    <message>
        <source>Rows and columns apart</source>
        <translation>列與行分別設定</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Copy as</source>
        <translation>複製為</translation>
    </message>
    <message>
        <source>Copy the formulas, or code that computes the same map</source>
        <translation>複製公式，或算出同一特徵圖的程式碼</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>純文字</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>Python with SciPy</source>
        <translation>Python（SciPy）</translation>
    </message>
    <message>
        <source>Python with Keras</source>
        <translation>Python（Keras）</translation>
    </message>
    <message>
        <source>Python with PyTorch</source>
        <translation>Python（PyTorch）</translation>
    </message>
</context>
<context>
    <name>CropDialog</name>
    <message>
        <source>Crop</source>
        <translation>裁切</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列數</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首列</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>末列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>行數</translation>
    </message>
    <message>
        <source>First column</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Last column</source>
        <translation>末行</translation>
    </message>
    <message>
        <source>to</source>
        <comment>first to last</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>{size} of {whole} pixels, counted from 0</source>
        <translation>{whole} 像素中的 {size}，從 0 數起</translation>
    </message>
</context>
<context>
    <name>CropPicker</name>
    <message>
        <source>The part of the picture that is kept</source>
        <translation>圖片中要保留的區域</translation>
    </message>
    <message>
        <source>Drag a rectangle; arrow keys move it</source>
        <translation>拖曳出一個矩形；方向鍵可移動它</translation>
    </message>
</context>
<context>
    <name>Crumbs</name>
    <message>
        <source>The way from the answer to this number</source>
        <translation>從答案到這個數的路徑</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>{name} exists already. Replace it?</source>
        <translation>{name} 已存在。要取代它嗎？</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>儲存實驗</translation>
    </message>
    <message>
        <source>Put the picture into the file?</source>
        <translation>要將圖片存入檔案嗎？</translation>
    </message>
    <message>
        <source>With the picture inside, the file can be handed on. Without, it stays small.</source>
        <translation>存入圖片後，檔案可以交給別人使用；不存入圖片，檔案較小。</translation>
    </message>
    <message>
        <source>Embed the picture</source>
        <translation>存入圖片</translation>
    </message>
    <message>
        <source>Refer to its file</source>
        <translation>只記錄圖片位置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save the changes to “{title}”?</source>
        <translation>要儲存對「{title}」的變更嗎？</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>如果不儲存，變更將會遺失。</translation>
    </message>
    <message>
        <source>{number}: {name}</source>
        <translation>{number}：{name}</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>選擇攝影機</translation>
    </message>
    <message>
        <source>Which camera shall be shown?</source>
        <translation>要顯示哪個攝影機的畫面？</translation>
    </message>
    <message>
        <source>{name} refers to files in other folders. Open them, too?</source>
        <translation>{name} 引用了其他資料夾中的檔案。要一併開啟嗎？</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>不開啟</translation>
    </message>
    <message>
        <source>Close it all the same?</source>
        <translation>仍要關閉嗎？</translation>
    </message>
    <message>
        <source>Choose channels</source>
        <translation>選擇通道</translation>
    </message>
    <message>
        <source>{name} has {count} channels. What shall be shown?</source>
        <translation>{name}有{count}個通道。要顯示哪些？</translation>
    </message>
    <message>
        <source>{name}: a table of {rows}×{columns} numbers</source>
        <translation>{name}：{rows}×{columns}的數字表格</translation>
    </message>
    <message>
        <source>Open it as a picture, or use it as the kernel?</source>
        <translation>作為圖片開啟，還是用作卷積核？</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>作為圖片</translation>
    </message>
    <message>
        <source>As the kernel</source>
        <translation>用作卷積核</translation>
    </message>
    <message>
        <source>Channels 1, 2 and 3 as red, green and blue</source>
        <translation>通道 1、2、3 作為紅、綠、藍</translation>
    </message>
    <message>
        <source>Channel {number} as grey</source>
        <translation>通道{number}作為灰階</translation>
    </message>
</context>
<context>
    <name>DigitView</name>
    <message>
        <source>Pixel ({row}, {column}): {value}</source>
        <translation>像素 ({row}, {column})：{value}</translation>
    </message>
    <message>
        <source>The digit as the network sees it</source>
        <translation>網路看到的數字</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Drag, or press ← and →: kept on the left, now on the right</source>
        <translation>拖曳，或按 ← 與 →：左邊是保留的，右邊是目前的</translation>
    </message>
    <message>
        <source>Line between the kept and the present result</source>
        <translation>保留的結果與目前結果之間的分界線</translation>
    </message>
    <message>
        <source>Percent of the picture that shows the kept result</source>
        <translation>圖片中顯示保留結果的百分比</translation>
    </message>
</context>
<context>
    <name>DrawingBar</name>
    <message>
        <source>Pencil: draw with the value (Space draws the framed cell)</source>
        <translation>鉛筆：用這個值繪製（空白鍵繪製選取的單元格）</translation>
    </message>
    <message>
        <source>Fill: all cells of one value that hang together</source>
        <translation>填滿：所有相連且值相同的單元格</translation>
    </message>
    <message>
        <source>Type: click a cell and type its value</source>
        <translation>輸入：按一下單元格並輸入它的值</translation>
    </message>
    <message>
        <source>Value of pencil and fill (the right button picks one from the picture)</source>
        <translation>鉛筆和填滿使用的值（在圖片上按滑鼠右鍵可取值）</translation>
    </message>
    <message>
        <source>Value to draw with</source>
        <translation>繪製使用的值</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Which channels are changed</source>
        <translation>更改哪些通道</translation>
    </message>
    <message>
        <source>Channel to draw in</source>
        <translation>繪製的通道</translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Draw a digit here</source>
        <translation>在此畫數字</translation>
    </message>
    <message>
        <source>Paper to draw a digit on</source>
        <translation>用來畫數字的紙</translation>
    </message>
</context>
<context>
    <name>DrillPanel</name>
    <message>
        <source>Switch on</source>
        <translation>啟用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>為什麼是這個數？</translation>
    </message>
    <message>
        <source>By contribution</source>
        <translation>依貢獻</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>依通道</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>由大到小</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>依順序</translation>
    </message>
    <message>
        <source>The largest contributions first</source>
        <translation>貢獻最大的在前</translation>
    </message>
    <message>
        <source>In the maps&apos; own order</source>
        <translation>依特徵圖的順序</translation>
    </message>
    <message>
        <source>Switch this filter off and see what becomes of the probabilities</source>
        <translation>停用這個濾波器，看看機率會怎樣變化</translation>
    </message>
    <message>
        <source>Open in Lab</source>
        <translation>在實驗室中開啟</translation>
    </message>
    <message>
        <source>Take these weights to the Lab, as its kernel</source>
        <translation>將這些權重帶到實驗室，作為卷積核</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a picture here</source>
        <translation>將圖片拖到這裡</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{name} does not exist.</source>
        <translation>{name} 不存在。</translation>
    </message>
    <message>
        <source>{name} is a folder, not a picture.</source>
        <translation>{name} 是資料夾，不是圖片。</translation>
    </message>
    <message>
        <source>{name} is no ordinary file.</source>
        <translation>{name} 不是一般檔案。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的檔案。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}).</source>
        <translation>無法讀取 {name}（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is a damaged or incomplete {kind} file ({reason}).</source>
        <translation>{name} 是損壞或不完整的 {kind} 檔案（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}; a picture is (rows, columns) or (rows, columns, 3).</source>
        <translation>{name} 的形狀是 {shape}；圖片的形狀是（列，行）或（列，行，3）。</translation>
    </message>
    <message>
        <source>{name} holds {type} values, not real numbers.</source>
        <translation>{name} 中的值是 {type}，不是實數。</translation>
    </message>
    <message>
        <source>{name} has values up to {farthest}; the limit is {limit}.</source>
        <translation>{name} 中的值達到 {farthest}；上限是 {limit}。</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is; a smaller picture needs less.</source>
        <translation>記憶體不足，無法開啟 {name}；更小的影像需要的記憶體更少。</translation>
    </message>
    <message>
        <source>{name}: {reason}.</source>
        <translation>{name}：{reason}。</translation>
    </message>
    <message>
        <source>there is not enough memory; a smaller picture needs less</source>
        <translation>記憶體不足；更小的影像需要的記憶體更少</translation>
    </message>
    <message>
        <source>{name} is not a picture of a kind that can be read ({readable}).</source>
        <translation>{name}不是可以讀取的圖片類型（{readable}）。</translation>
    </message>
    <message>
        <source>{name} is a drawing made of lines (SVG), not of pixels; export it as PNG first.</source>
        <translation>{name} 是由線條（而非像素）組成的向量圖（SVG）；請先匯出為 PNG。</translation>
    </message>
    <message>
        <source>{name} is a document (PDF), not a picture; save the page as PNG first.</source>
        <translation>{name} 是 PDF 檔，不是圖片；請先將頁面存成 PNG。</translation>
    </message>
    <message>
        <source>{name} is a JPEG XL picture, which cannot be read here; save it as PNG or JPEG first.</source>
        <translation>{name} 是 JPEG XL 圖片，這裡無法讀取；請先存成 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>{name} is a medical picture (DICOM), which cannot be read here; export it as PNG or TIFF first.</source>
        <translation>{name} 是醫學影像（DICOM），這裡無法讀取；請先匯出為 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>{name} is a camera&apos;s raw file: it holds what the sensor measured and a small preview, not the photo; save the photo as JPEG or TIFF first.</source>
        <translation>{name} 是相機的原始檔案：裡面是感測器的測量值和一張小預覽圖，不是照片本身；請先將照片存成 JPEG 或 TIFF。</translation>
    </message>
    <message>
        <source>{name} has {depth} bits a channel; of PSD files only those with 8 can be read: save it as TIFF.</source>
        <translation>{name} 每個通道有 {depth} 位元；PSD 檔案只能讀取 8 位元的：請存成 TIFF。</translation>
    </message>
    <message>
        <source>{name} is a TIFF packed with {packing}, which cannot be read here; save it without compression first.</source>
        <translation>{name} 是用 {packing} 壓縮的 TIFF，這裡無法讀取；請先不壓縮地儲存。</translation>
    </message>
    <message>
        <source>{name} has {count} channels; one of them can be read as grey, or three as red, green and blue.</source>
        <translation>{name}有{count}個通道；可以將其中一個讀作灰階，或將三個讀作紅、綠、藍。</translation>
    </message>
    <message>
        <source>{name} has {count} channels; there is no number {number}.</source>
        <translation>{name}有{count}個通道，沒有第{number}個。</translation>
    </message>
    <message>
        <source>{name} has {count} pictures in it; there is no number {number}.</source>
        <translation>{name}裡有{count}張圖片，沒有第{number}張。</translation>
    </message>
    <message>
        <source>{name} has infinite values ({count} of them).</source>
        <translation>{name}含有無限大的值（{count}個）。</translation>
    </message>
    <message>
        <source>{name} has no number at all: every value is not-a-number.</source>
        <translation>{name}裡一個數也沒有：所有值都是非數（NaN）。</translation>
    </message>
    <message>
        <source>{name} is no table of numbers ({reason}).</source>
        <translation>{name}不是數字表格（{reason}）。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {package}, which reads it, is not installed here.</source>
        <translation>無法讀取{name}：讀取它所需的{package}沒有安裝。</translation>
    </message>
    <message>
        <source>{name} has {size}; up to {limit} can be opened.</source>
        <translation>{name} 有 {size}；最多可以開啟 {limit}。</translation>
    </message>
    <message>
        <source>{name} holds no array that could be a picture.</source>
        <translation>{name} 中沒有可以作為圖片的陣列。</translation>
    </message>
    <message>
        <source>{name} holds no picture “{array}”, but {arrays}.</source>
        <translation>{name} 中沒有圖片「{array}」，只有 {arrays}。</translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Example</source>
        <translation>範例</translation>
    </message>
    <message>
        <source>Choose an example</source>
        <translation>選擇範例</translation>
    </message>
    <message>
        <source>Predict, then reveal</source>
        <translation>先猜再看</translation>
    </message>
    <message>
        <source>Hide each result until you have guessed it, or play on</source>
        <translation>隱藏每個結果，直到你猜過或繼續播放</translation>
    </message>
</context>
<context>
    <name>Explained</name>
    <message>
        <source>The picture as the kernel reads it: its rows × columns, and its channels in a colour picture.</source>
        <translation>卷積核讀取的影像：列數 × 行數，彩色影像還有通道數。</translation>
    </message>
    <message>
        <source>Which page, frame or slice of the file is the picture.</source>
        <translation>用檔案中的哪一頁、哪一幀或哪一層作為影像。</translation>
    </message>
    <message>
        <source>Which of the file&apos;s arrays is shown; each may hold many pictures.</source>
        <translation>顯示檔案中的哪一個陣列；每個陣列可以含有許多影像。</translation>
    </message>
    <message>
        <source>Cells added around the picture before the kernel slides over it.</source>
        <translation>卷積核滑動之前在影像四周補上的格子。</translation>
    </message>
    <message>
        <source>The size of the kernel and how far its window moves from one output cell to the next.</source>
        <translation>卷積核的大小，以及窗口從一個輸出格子到下一個移動多遠。</translation>
    </message>
    <message>
        <source>The function that is applied to every number of the convolution&apos;s output.</source>
        <translation>對卷積輸出的每個數都使用的函數。</translation>
    </message>
    <message>
        <source>How pooling makes one number of several.</source>
        <translation>池化怎樣將幾個數合成一個。</translation>
    </message>
    <message>
        <source>Gives this stage the whole width; Esc brings the others back.</source>
        <translation>讓這個階段佔滿整個寬度；按 Esc 恢復其他階段。</translation>
    </message>
    <message>
        <source>What can be done with this stage: copy it, export it, change its colours and its zoom.</source>
        <translation>可以對這個階段做的事：複製、匯出、改變色彩與縮放。</translation>
    </message>
    <message>
        <source>The numbers of this stage as colours, and as figures where there is room; point at one to see where it comes from, click to keep it.</source>
        <translation>這個階段的數以色彩顯示，空間足夠時也寫出數值；指向一個數可查看它的來源，按一下可釘選。</translation>
    </message>
    <message>
        <source>How a colour picture goes through the kernel.</source>
        <translation>彩色影像怎樣經過卷積核。</translation>
    </message>
    <message>
        <source>Grey: the three colours become one map first, and one kernel reads it.</source>
        <translation>灰階：三種顏色先合成一張圖，再由一個卷積核讀取。</translation>
    </message>
    <message>
        <source>All channels: each channel has weights of its own and the three sums are added, as in a network&apos;s layer.</source>
        <translation>全部通道：每個通道各有權重，三個總和再相加，與網路的層一樣。</translation>
    </message>
    <message>
        <source>Each channel: the kernel is applied to red, green and blue separately, as photo editors do.</source>
        <translation>各通道分別：卷積核分別作用於紅、綠、藍，與影像編輯軟體相同。</translation>
    </message>
    <message>
        <source>Stops this computation; what was there before stays.</source>
        <translation>停止這次計算；之前的結果保留不變。</translation>
    </message>
    <message>
        <source>Puts the formulas as text or LaTeX on the clipboard, or code for SciPy, Keras or PyTorch that computes the same map.</source>
        <translation>將公式以文字或 LaTeX 複製到剪貼簿，或複製計算同一張特徵圖的 SciPy、Keras、PyTorch 程式碼。</translation>
    </message>
    <message>
        <source>Shows how the size of the output follows from input, kernel, padding and stride.</source>
        <translation>顯示輸出尺寸怎樣由輸入、卷積核、填補與步幅得出。</translation>
    </message>
    <message>
        <source>Shows the window, the products and the sum behind the number that is pointed at.</source>
        <translation>顯示所指的數背後的窗口、乘積與總和。</translation>
    </message>
    <message>
        <source>Takes this kernel from the library.</source>
        <translation>使用卷積核庫中的這個卷積核。</translation>
    </message>
    <message>
        <source>How many rows of weights the kernel has, 1 to 31.</source>
        <translation>卷積核有幾列權重，1 至 31。</translation>
    </message>
    <message>
        <source>How many columns of weights the kernel has, 1 to 31.</source>
        <translation>卷積核有幾行權重，1 至 31。</translation>
    </message>
    <message>
        <source>The sum of the products is divided by this number: 9 makes a 3 × 3 sum a mean.</source>
        <translation>乘積的總和除以這個數：取 9 時，3 × 3 的總和變成平均值。</translation>
    </message>
    <message>
        <source>This number is added to every result, after the division.</source>
        <translation>除法之後，每個結果都加上這個數。</translation>
    </message>
    <message>
        <source>The weights of the kernel: type a number, turn the wheel or drag; the arrow keys move on.</source>
        <translation>卷積核的權重：可以輸入數值、捲動滾輪或拖曳；用方向鍵移動。</translation>
    </message>
    <message>
        <source>Gives every channel weights of its own.</source>
        <translation>讓每個通道各有自己的權重。</translation>
    </message>
    <message>
        <source>The weights for the red channel.</source>
        <translation>紅色通道的權重。</translation>
    </message>
    <message>
        <source>The weights for the green channel.</source>
        <translation>綠色通道的權重。</translation>
    </message>
    <message>
        <source>The weights for the blue channel.</source>
        <translation>藍色通道的權重。</translation>
    </message>
    <message>
        <source>Kernels that have names: blurs, outlines, sharpening; each is shown with what it makes of your picture.</source>
        <translation>有名稱的卷積核：模糊、輪廓、銳化；每個都附有它作用於你的影像的效果。</translation>
    </message>
    <message>
        <source>Finds kernels by their names and by what they do.</source>
        <translation>依名稱與作用尋找卷積核。</translation>
    </message>
    <message>
        <source>Copies the weights as a table for a spreadsheet.</source>
        <translation>將權重複製為試算表可用的表格。</translation>
    </message>
    <message>
        <source>Takes weights from the clipboard: a table, a list, an array.</source>
        <translation>從剪貼簿取得權重：表格、清單或陣列。</translation>
    </message>
    <message>
        <source>Opens a file with a kernel, or writes this one to a file.</source>
        <translation>開啟卷積核檔案，或將目前的卷積核寫入檔案。</translation>
    </message>
    <message>
        <source>Swaps top and bottom of the kernel.</source>
        <translation>將卷積核上下對調。</translation>
    </message>
    <message>
        <source>Swaps left and right of the kernel.</source>
        <translation>將卷積核左右對調。</translation>
    </message>
    <message>
        <source>Turns the kernel by 90° clockwise; twice is the half turn of true convolution.</source>
        <translation>將卷積核順時針旋轉 90°；兩次就是真正的卷積所需的旋轉半圈。</translation>
    </message>
    <message>
        <source>Makes rows of columns: an upright outline becomes a level one.</source>
        <translation>列與行互換：垂直的輪廓變成水平的。</translation>
    </message>
    <message>
        <source>Changes the sign of every weight: what was positive becomes negative.</source>
        <translation>所有權重變號：正的變成負的。</translation>
    </message>
    <message>
        <source>Sets the divisor so that the brightness stays: the sum of the weights, or their number.</source>
        <translation>設定除數，使亮度保持不變：權重的總和，或權重的個數。</translation>
    </message>
    <message>
        <source>Draws whole weights from −3 to 3 by lot.</source>
        <translation>隨機取 −3 至 3 的整數權重。</translation>
    </message>
    <message>
        <source>The window of the input, the kernel, and their products, number by number.</source>
        <translation>輸入的窗口、卷積核，以及它們的乘積，逐個列出。</translation>
    </message>
    <message>
        <source>Keeps this place while the pointer moves on.</source>
        <translation>游標移開後仍保留這個位置。</translation>
    </message>
    <message>
        <source>Explains the number of the convolution.</source>
        <translation>解釋卷積得到的數。</translation>
    </message>
    <message>
        <source>Explains the number after the activation.</source>
        <translation>解釋激活函數之後的數。</translation>
    </message>
    <message>
        <source>Explains the number after the pooling.</source>
        <translation>解釋池化之後的數。</translation>
    </message>
    <message>
        <source>The kernel that is used now; the list opens with pictures of all of them.</source>
        <translation>現在使用的卷積核；開啟清單可看到所有卷積核的圖示。</translation>
    </message>
    <message>
        <source>Every number is a window of the input times the kernel, added up, divided by the divisor, plus the bias.</source>
        <translation>每個數都是輸入的一個窗口乘以卷積核、相加、除以除數、再加偏置。</translation>
    </message>
    <message>
        <source>The function that every number of the convolution goes through.</source>
        <translation>卷積的每個數都要經過的函數。</translation>
    </message>
    <message>
        <source>none: the numbers stay as they are, negative ones too.</source>
        <translation>無：數值保持不變，負數也一樣。</translation>
    </message>
    <message>
        <source>ReLU: negative numbers become 0, the others stay.</source>
        <translation>ReLU：負數變成 0，其餘不變。</translation>
    </message>
    <message>
        <source>leaky ReLU: negative numbers are made small instead of 0.</source>
        <translation>leaky ReLU：負數不變成 0，而是縮小。</translation>
    </message>
    <message>
        <source>sigmoid: every number is squeezed between 0 and 1; 0 becomes 0.5.</source>
        <translation>sigmoid：每個數都壓縮到 0 與 1 之間；0 變成 0.5。</translation>
    </message>
    <message>
        <source>tanh: every number is squeezed between −1 and 1; 0 stays 0.</source>
        <translation>tanh：每個數都壓縮到 −1 與 1 之間；0 仍為 0。</translation>
    </message>
    <message>
        <source>absolute value: the minus sign goes, so that outlines of both directions look alike.</source>
        <translation>絕對值：去掉負號，兩個方向的輪廓看起來就一樣了。</translation>
    </message>
    <message>
        <source>What negative numbers are multiplied by.</source>
        <translation>負數要乘以的數。</translation>
    </message>
    <message>
        <source>Opens a box for each side: top, bottom, left and right.</source>
        <translation>為每一邊各開一個輸入框：上、下、左、右。</translation>
    </message>
    <message>
        <source>Dilation pulls the weights apart: at 2 the window skips every other cell and covers more with as many weights.</source>
        <translation>擴張率將權重拉開：為 2 時窗口每隔一個格子取一個，權重一樣多，涵蓋的範圍更大。</translation>
    </message>
    <message>
        <source>How far apart neighbouring weights lie from left to right.</source>
        <translation>左右相鄰的權重相隔多遠。</translation>
    </message>
    <message>
        <source>What stands in the cells that the padding adds.</source>
        <translation>填補所補的格子裡放什麼數。</translation>
    </message>
    <message>
        <source>zero: the added cells are 0.</source>
        <translation>零：補上的格子都是 0。</translation>
    </message>
    <message>
        <source>a number: the added cells all have the number beside.</source>
        <translation>指定數值：補上的格子都取旁邊的數。</translation>
    </message>
    <message>
        <source>mean: the added cells have the mean of the picture.</source>
        <translation>平均值：補上的格子都取影像的平均值。</translation>
    </message>
    <message>
        <source>reflect: the picture is mirrored at its outermost cells, which are not repeated.</source>
        <translation>鏡像：以最外面的格子為軸反射影像，最外面的不重複。</translation>
    </message>
    <message>
        <source>symmetric: the picture is mirrored at its border, so that its outermost cells stand twice.</source>
        <translation>對稱：以邊界為軸反射影像，最外面的格子出現兩次。</translation>
    </message>
    <message>
        <source>edge: the outermost cells are repeated outwards.</source>
        <translation>邊緣：最外面的格子向外重複。</translation>
    </message>
    <message>
        <source>wrap: what leaves on one side comes in again on the other, as on a tile.</source>
        <translation>環繞：從一邊出去，從另一邊進來，像拼接的磁磚。</translation>
    </message>
    <message>
        <source>The number in all cells that the padding adds.</source>
        <translation>填補所補的每個格子裡的數。</translation>
    </message>
    <message>
        <source>Correlation: the kernel is laid on the window as it stands, as every deep-learning library does.</source>
        <translation>互相關：卷積核原樣放到窗口上，所有深度學習函式庫都這樣做。</translation>
    </message>
    <message>
        <source>Convolution: the kernel is turned by 180° before it is laid on the window, as mathematics defines it.</source>
        <translation>卷積：卷積核先旋轉 180°，再放到窗口上，這是數學上的定義。</translation>
    </message>
    <message>
        <source>How many cells are added around the picture.</source>
        <translation>在影像四周補多少格子。</translation>
    </message>
    <message>
        <source>valid: nothing is added; the window stays inside, so the output is smaller than the input.</source>
        <translation>有效（valid）：什麼都不補；窗口不出界，所以輸出比輸入小。</translation>
    </message>
    <message>
        <source>same: the output is as large as the input, at stride 1.</source>
        <translation>等寬（same）：步幅為 1 時，輸出與輸入一樣大。</translation>
    </message>
    <message>
        <source>full: every place where kernel and picture touch has an output, so the output is larger than the input.</source>
        <translation>全部（full）：卷積核與影像相接的每個位置都有輸出，所以輸出比輸入大。</translation>
    </message>
    <message>
        <source>custom: you say how many cells are added on each side.</source>
        <translation>自訂：由你指定每一邊補多少格子。</translation>
    </message>
    <message>
        <source>How many cells are added on every side.</source>
        <translation>每一邊補多少格子。</translation>
    </message>
    <message>
        <source>How many cells are added above the picture.</source>
        <translation>在影像上方補多少格子。</translation>
    </message>
    <message>
        <source>How many cells are added below the picture.</source>
        <translation>在影像下方補多少格子。</translation>
    </message>
    <message>
        <source>How many cells are added on the left of the picture.</source>
        <translation>在影像左邊補多少格子。</translation>
    </message>
    <message>
        <source>How many cells are added on the right of the picture.</source>
        <translation>在影像右邊補多少格子。</translation>
    </message>
    <message>
        <source>Stride: how many cells the window moves from one output cell to the next; at 2 the output is about half as large.</source>
        <translation>步幅：窗口從一個輸出格子到下一個移動幾個格子；為 2 時輸出約為一半大小。</translation>
    </message>
    <message>
        <source>How many cells the window moves to the right from one output cell to the next.</source>
        <translation>窗口從一個輸出格子到下一個向右移動幾個格子。</translation>
    </message>
    <message>
        <source>Gives stride and dilation one number downwards and another one to the right.</source>
        <translation>步幅與擴張率在縱向、橫向各用一個數。</translation>
    </message>
    <message>
        <source>What pooling makes of the values in its window.</source>
        <translation>池化怎樣處理窗口中的值。</translation>
    </message>
    <message>
        <source>none: nothing is pooled, every value stays.</source>
        <translation>無：不做池化，每個值都保留。</translation>
    </message>
    <message>
        <source>max: of every window only the largest value is kept.</source>
        <translation>最大池化：每個窗口只保留最大的值。</translation>
    </message>
    <message>
        <source>average: every window becomes the mean of its values.</source>
        <translation>平均池化：每個窗口變成其中各值的平均值。</translation>
    </message>
    <message>
        <source>Gives the pooling window one number downwards and another one to the right.</source>
        <translation>池化窗口在縱向、橫向各用一個數。</translation>
    </message>
    <message>
        <source>What becomes of cells at the bottom and on the right that do not fill a window.</source>
        <translation>下邊與右邊不足一個窗口的格子怎樣處理。</translation>
    </message>
    <message>
        <source>drop the rest: cells that do not fill a window are left out, the size is rounded down.</source>
        <translation>捨去：不足一個窗口的格子不計入，大小無條件捨去。</translation>
    </message>
    <message>
        <source>keep the rest: incomplete windows count too, the size is rounded up.</source>
        <translation>保留：不完整的窗口也計入，大小無條件進位。</translation>
    </message>
    <message>
        <source>same: padding completes the windows, the output is the input&apos;s size divided by the stride, rounded up.</source>
        <translation>same：用填補補足窗口，輸出為輸入大小除以步幅，無條件進位。</translation>
    </message>
    <message>
        <source>How many cells the pooling window moves on; as many as it is large, windows do not overlap.</source>
        <translation>池化窗口每次移動幾個格子；與窗口大小相同時，窗口不重疊。</translation>
    </message>
    <message>
        <source>How many cells the pooling window moves to the right.</source>
        <translation>池化窗口向右移動幾個格子。</translation>
    </message>
    <message>
        <source>How large the pooling window is: 2 makes one value of 2 × 2.</source>
        <translation>池化窗口有多大：為 2 時，2 × 2 個值變成一個。</translation>
    </message>
    <message>
        <source>How wide the pooling window is.</source>
        <translation>池化窗口有多寬。</translation>
    </message>
    <message>
        <source>The mean is divided by the whole window, even where part of it is padding.</source>
        <translation>即使窗口的一部分是填補，平均值也除以整個窗口的大小。</translation>
    </message>
    <message>
        <source>Whether the kernel is used as it stands or turned by 180° first.</source>
        <translation>卷積核是原樣使用，還是先旋轉 180°。</translation>
    </message>
    <message>
        <source>How the chosen number was computed, from layer to layer down to the pixels.</source>
        <translation>所選的數是怎麼算出來的，逐層追到像素。</translation>
    </message>
    <message>
        <source>Which pixels speak for an answer, in three ways.</source>
        <translation>哪些像素支持某個答案，有三種看法。</translation>
    </message>
    <message>
        <source>The weights of the chosen filter, which can be changed.</source>
        <translation>所選濾波器的權重，可以修改。</translation>
    </message>
    <message>
        <source>Moves the digit and shows which networks still read it.</source>
        <translation>移動數字，看哪些網路仍能辨識。</translation>
    </message>
    <message>
        <source>Which digits are taken for others, and the digits themselves.</source>
        <translation>哪些數字被辨識成別的，以及這些數字本身。</translation>
    </message>
    <message>
        <source>Accuracy and loss of every epoch of the training.</source>
        <translation>訓練中每個週期的準確率與損失。</translation>
    </message>
    <message>
        <source>The windows and products behind the chosen number; click one to go there.</source>
        <translation>所選的數背後的窗口與乘積；按一下其中一個可前往那裡。</translation>
    </message>
    <message>
        <source>The contributions to the chosen number; click one to go there.</source>
        <translation>對所選的數的各項貢獻；按一下其中一項可前往那裡。</translation>
    </message>
    <message>
        <source>The way from the answer to this number; click a stop to go back to it.</source>
        <translation>從答案到這個數的路徑；按一下某一站可返回。</translation>
    </message>
    <message>
        <source>Takes these weights to the Lab, as its kernel.</source>
        <translation>將這些權重作為卷積核放到實驗室。</translation>
    </message>
    <message>
        <source>Switches this filter off and shows what becomes of the probabilities.</source>
        <translation>停用這個濾波器，看機率怎樣變化。</translation>
    </message>
    <message>
        <source>Lists the contributions in the order of their maps.</source>
        <translation>依特徵圖的順序列出各項貢獻。</translation>
    </message>
    <message>
        <source>Lists the largest contributions first.</source>
        <translation>貢獻大的排在前面。</translation>
    </message>
    <message>
        <source>The number that this filter adds to each of its sums.</source>
        <translation>這個濾波器給每個總和加上的數。</translation>
    </message>
    <message>
        <source>The weights of this filter; change one and watch the probabilities.</source>
        <translation>這個濾波器的權重；改變一個，觀察機率。</translation>
    </message>
    <message>
        <source>One map of weights for each map of the layer before.</source>
        <translation>前一層的每張特徵圖對應一張權重圖。</translation>
    </message>
    <message>
        <source>Puts the Lab&apos;s kernel in the place of these weights.</source>
        <translation>以實驗室的卷積核取代這些權重。</translation>
    </message>
    <message>
        <source>Gives this filter the weights back that were trained.</source>
        <translation>將這個濾波器還原成訓練值。</translation>
    </message>
    <message>
        <source>Puts the weights in another order: their pattern is gone, their sum stays.</source>
        <translation>打亂權重的順序：圖案沒有了，總和不變。</translation>
    </message>
    <message>
        <source>Puts the weights of all filters of this layer in another order.</source>
        <translation>打亂這一層所有濾波器的權重順序。</translation>
    </message>
    <message>
        <source>Multiplies all weights of this filter: 0 switches it off.</source>
        <translation>所有權重乘以這個數：0 即停用這個濾波器。</translation>
    </message>
    <message>
        <source>Takes the last change of this filter back.</source>
        <translation>復原對這個濾波器的上一次變更。</translation>
    </message>
    <message>
        <source>Paper: draw a digit here, the network reads it at every stroke.</source>
        <translation>紙：在此畫數字，每畫一筆網路都會辨識。</translation>
    </message>
    <message>
        <source>Stops opening this network.</source>
        <translation>停止開啟這個網路。</translation>
    </message>
    <message>
        <source>Says what the answers of this network are called.</source>
        <translation>指定這個網路的各個答案叫什麼。</translation>
    </message>
    <message>
        <source>Which numbers black and white had when this network was trained.</source>
        <translation>訓練這個網路時黑與白用的是哪些數值。</translation>
    </message>
    <message>
        <source>The network reads the digit, prepared as MNIST&apos;s are.</source>
        <translation>網路讀取依 MNIST 方式前處理過的數字。</translation>
    </message>
    <message>
        <source>The network reads the photo as it is.</source>
        <translation>網路直接讀取原來的照片。</translation>
    </message>
    <message>
        <source>Takes the range at which this network is surest.</source>
        <translation>採用這個網路最確定的數值範圍。</translation>
    </message>
    <message>
        <source>How sure the network is of each class; click one to see where its number comes from.</source>
        <translation>網路對每個類別有多確定；按一下可查看它的數從何而來。</translation>
    </message>
    <message>
        <source>All maps of this layer; point at a value to see what it sees, click to go one layer down.</source>
        <translation>這一層的所有特徵圖；指向一個值可查看它的感受野，按一下進入下一層。</translation>
    </message>
    <message>
        <source>Folds this layer&apos;s maps away, to make room for the others.</source>
        <translation>摺疊這一層的特徵圖，為其他層騰出空間。</translation>
    </message>
    <message>
        <source>How bright the window is; pictures keep their own colours.</source>
        <translation>視窗的明暗；圖片保持自己的顏色。</translation>
    </message>
    <message>
        <source>Follows what the system is set to, at once when that changes.</source>
        <translation>跟隨系統的設定，系統一改就跟著改。</translation>
    </message>
    <message>
        <source>Dark figures on white: best on a projector in a bright room.</source>
        <translation>白底深色數字：最適合明亮教室裡的投影。</translation>
    </message>
    <message>
        <source>Bright figures on dark: easier on the eyes in a dim room.</source>
        <translation>深底淺色數字：光線較暗時不刺眼。</translation>
    </message>
    <message>
        <source>The language of every text, at once; your experiments stay as they are.</source>
        <translation>所有文字的語言，立即生效；實驗不受影響。</translation>
    </message>
    <message>
        <source>The system’s language where ConvViz has it, otherwise English.</source>
        <translation>使用系統的語言；ConvViz 沒有該語言時用英文。</translation>
    </message>
    <message>
        <source>Every text and the glossary change to this language.</source>
        <translation>所有文字和詞彙表都改用這種語言。</translation>
    </message>
    <message>
        <source>What you see first when ConvViz is opened.</source>
        <translation>開啟 ConvViz 時首先看到的內容。</translation>
    </message>
    <message>
        <source>Begins with the samples, your recent files and the button for a file of your own.</source>
        <translation>從範例、最近用過的檔案和開啟自己檔案的按鈕開始。</translation>
    </message>
    <message>
        <source>Goes straight to the file you had open last, as in a course of several lessons.</source>
        <translation>直接開啟上次的檔案，適合分幾次課完成的內容。</translation>
    </message>
    <message>
        <source>Makes every text and every control larger, for a projector or tired eyes.</source>
        <translation>放大所有文字和控制項，適合投影或眼睛疲勞時使用。</translation>
    </message>
    <message>
        <source>Measured against the usual size, which is 100 %.</source>
        <translation>以通常的大小為 100 %。</translation>
    </message>
    <message>
        <source>Place and size on the screen, and how its parts are divided, are the same next time.</source>
        <translation>下次啟動時，視窗的位置、大小和各部分的劃分都與這次相同。</translation>
    </message>
    <message>
        <source>The file can be handed on by itself; without its picture it is smaller, but needs the picture’s file.</source>
        <translation>這樣的檔案可以單獨交給別人；不含圖片時較小，但還需要圖片檔案。</translation>
    </message>
    <message>
        <source>Brings your unsaved work back without asking when the program ended unexpectedly.</source>
        <translation>程式意外結束後，不詢問就還原未儲存的工作。</translation>
    </message>
    <message>
        <source>Ends this dialog; what was changed here holds already.</source>
        <translation>關閉這個對話方塊；這裡的變更已經生效。</translation>
    </message>
    <message>
        <source>Which part of the page goes onto the slide: one stage, or all of them in a row.</source>
        <translation>把頁面的哪一部分放到投影片上：一個階段，或者並排的所有階段。</translation>
    </message>
    <message>
        <source>All stages beside each other with kernel and formulas: the whole way of the numbers on one slide.</source>
        <translation>所有階段並排，連同卷積核和公式：一張投影片講完數字的全部過程。</translation>
    </message>
    <message>
        <source>Only this part, as large as the slide allows.</source>
        <translation>只有這一部分，可以占滿投影片。</translation>
    </message>
    <message>
        <source>The kind of file, which decides where it can be used and whether it can be enlarged.</source>
        <translation>檔案的格式，決定它能用在哪裡、放大後是否仍然清晰。</translation>
    </message>
    <message>
        <source>Opens everywhere; choose a large size for print.</source>
        <translation>到處都能開啟；要列印時請選較大的尺寸。</translation>
    </message>
    <message>
        <source>Can be taken apart in a drawing program or put on a web page.</source>
        <translation>可以在繪圖軟體中拆開編輯，也可以放到網頁上。</translation>
    </message>
    <message>
        <source>For LaTeX, for print, and for sending to somebody who only wants to look.</source>
        <translation>適合 LaTeX、列印，或寄給只需要檢視的人。</translation>
    </message>
    <message>
        <source>More pixels make a sharper slide and a larger file.</source>
        <translation>像素越多，投影片越清晰，檔案也越大。</translation>
    </message>
    <message>
        <source>As on the screen: enough for a web page.</source>
        <translation>與螢幕上一樣：用於網頁就夠了。</translation>
    </message>
    <message>
        <source>Finer than the screen: figures stay sharp on a projector and in print.</source>
        <translation>比螢幕更精細：投影和列印時數字仍然清晰。</translation>
    </message>
    <message>
        <source>What lies behind figures and titles; choose it like the slide’s.</source>
        <translation>數字和標題後面的底色；請與投影片的底色一致。</translation>
    </message>
    <message>
        <source>For white slides and for paper.</source>
        <translation>用於白色投影片和紙張。</translation>
    </message>
    <message>
        <source>For dark slides: figures and lines are bright.</source>
        <translation>用於深色投影片：數字和線條是淺色的。</translation>
    </message>
    <message>
        <source>The slide’s own colour shows through, so that no box is seen.</source>
        <translation>透出投影片自己的顏色，看不到底框。</translation>
    </message>
    <message>
        <source>Puts the figure on the clipboard, to paste it into a slide straight away.</source>
        <translation>把這張圖放到剪貼簿，可以直接貼到投影片中。</translation>
    </message>
    <message>
        <source>Asks for a place and writes the figure there.</source>
        <translation>詢問儲存位置，然後寫入這張圖。</translation>
    </message>
    <message>
        <source>Ends this dialog; while a file is being written, stops that instead.</source>
        <translation>關閉這個對話方塊；正在寫檔案時則停止寫入。</translation>
    </message>
    <message>
        <source>The figure as it will be written; a chequered ground means that there is none.</source>
        <translation>將要寫入的圖；棋盤格表示沒有底色。</translation>
    </message>
    <message>
        <source>How many pixels high the picture is; up to about 12 every number can be read.</source>
        <translation>圖片的高度（像素）；不超過約 12 列時每個數字都看得清。</translation>
    </message>
    <message>
        <source>How many pixels wide the picture is; 9 by 9 is small enough to work out by hand.</source>
        <translation>圖片的寬度（像素）；9 × 9 小到可以手算。</translation>
    </message>
    <message>
        <source>Between which numbers a pixel lies: its darkest and its brightest value.</source>
        <translation>像素值的範圍：最暗和最亮的值。</translation>
    </message>
    <message>
        <source>As photos are stored: whole numbers, 0 is black and 255 white.</source>
        <translation>與照片的儲存方式相同：整數，0 為黑，255 為白。</translation>
    </message>
    <message>
        <source>As networks are fed: 0 is black and 1 is white.</source>
        <translation>與輸入網路時相同：0 為黑，1 為白。</translation>
    </message>
    <message>
        <source>Ink is 1 and paper −1, so that agreeing pixels give positive products.</source>
        <translation>墨跡為 1，紙為 −1，一致的像素相乘得正數。</translation>
    </message>
    <message>
        <source>The paper that you draw on: all pixels have this number at first.</source>
        <translation>作畫的底色：開始時所有像素都是這個數。</translation>
    </message>
    <message>
        <source>Takes the place of the present picture in the Lab, ready to be drawn on; Undo brings that back.</source>
        <translation>取代實驗室中現在的圖片，隨即可以繪製；復原可以還原原圖。</translation>
    </message>
    <message>
        <source>Changes nothing.</source>
        <translation>不做任何變更。</translation>
    </message>
    <message>
        <source>Finds words by any of their names, in English and Chinese, and by what is said of them.</source>
        <translation>用中英文的任一名稱或解釋中的文字尋找術語。</translation>
    </message>
    <message>
        <source>The words that fit the search; choose one to read what it means.</source>
        <translation>符合搜尋內容的術語；選擇一個即可閱讀它的含義。</translation>
    </message>
    <message>
        <source>What the word means; a coloured word in it leads to its own explanation.</source>
        <translation>術語的含義；其中帶顏色的詞可以按一下，看它自己的解釋。</translation>
    </message>
    <message>
        <source>Returns to the word that you came from.</source>
        <translation>回到剛才看的術語。</translation>
    </message>
    <message>
        <source>What each key does, page by page; scroll where there are more than fit.</source>
        <translation>每個按鍵的作用，依頁面分組；放不下時可以捲動。</translation>
    </message>
    <message>
        <source>Puts the sheet away; F1 brings it back.</source>
        <translation>收起這張表；按 F1 可再次開啟。</translation>
    </message>
    <message>
        <source>Which programs are at work here; a report of a fault needs these numbers.</source>
        <translation>這裡用到的各個軟體的版本；回報問題時需要這些數字。</translation>
    </message>
    <message>
        <source>Puts these numbers on the clipboard, to paste them into a report.</source>
        <translation>把這些版本號碼放到剪貼簿，便於貼到問題回報中。</translation>
    </message>
    <message>
        <source>Returns to your work.</source>
        <translation>回到你的工作。</translation>
    </message>
    <message>
        <source>Freezes the live picture, so that its numbers can be read, and lets it go on.</source>
        <translation>定格即時畫面以便查看數值，再按一下則繼續。</translation>
    </message>
    <message>
        <source>Where the video is; drag to look for a picture.</source>
        <translation>影片的播放位置；拖曳可尋找某一畫面。</translation>
    </message>
    <message>
        <source>Begins the video anew at its end, again and again.</source>
        <translation>影片播放到結尾後從頭開始，反覆播放。</translation>
    </message>
    <message>
        <source>Makes this one picture the experiment’s own: it is saved with it, and Undo takes it back.</source>
        <translation>將這幅畫面作為實驗的圖片：它隨實驗儲存，可以復原。</translation>
    </message>
    <message>
        <source>Ends the live picture and releases the camera; the picture before comes back.</source>
        <translation>結束即時畫面並釋放攝影機，恢復先前的圖片。</translation>
    </message>
    <message>
        <source>Change the pixels of the picture: draw with a pencil, fill areas, type numbers into cells.</source>
        <translation>更改圖片的像素：用鉛筆繪製、填滿區域，或在單元格中輸入數值。</translation>
    </message>
    <message>
        <source>Every cell that is pressed or drawn over gets the value.</source>
        <translation>按下或拖過的每個單元格都取這個值。</translation>
    </message>
    <message>
        <source>The pressed cell, and all like it that hang together with it, get the value.</source>
        <translation>按下的單元格，以及與它相連且值相同的單元格，都取這個值。</translation>
    </message>
    <message>
        <source>A click frames a cell; what is typed is its number, Enter and Tab go on.</source>
        <translation>按一下可選取單元格，輸入的數就是它的值，Enter 和 Tab 移到下一個。</translation>
    </message>
    <message>
        <source>The number that pencil and fill put into cells.</source>
        <translation>鉛筆和填滿寫入單元格的數值。</translation>
    </message>
    <message>
        <source>Which numbers of a colour pixel are changed.</source>
        <translation>更改彩色像素中的哪些數值。</translation>
    </message>
    <message>
        <source>All: red, green and blue get the same value, a grey.</source>
        <translation>全：紅、綠、藍取相同的值，即灰色。</translation>
    </message>
    <message>
        <source>R: only the red channel is changed.</source>
        <translation>R：只更改紅色通道。</translation>
    </message>
    <message>
        <source>G: only the green channel is changed.</source>
        <translation>G：只更改綠色通道。</translation>
    </message>
    <message>
        <source>B: only the blue channel is changed.</source>
        <translation>B：只更改藍色通道。</translation>
    </message>
    <message>
        <source>Side by side: the same place of the picture is marked in both maps.</source>
        <translation>並排：圖片的同一位置在兩張特徵圖中都有標記。</translation>
    </message>
    <message>
        <source>Makes the kept settings the present ones again.</source>
        <translation>讓保留的設定重新成為目前設定。</translation>
    </message>
    <message>
        <source>Ends the comparison; Undo brings the kept result back.</source>
        <translation>結束比較；復原可以找回保留的結果。</translation>
    </message>
    <message>
        <source>Gives the kept result the whole width; Esc brings the others back.</source>
        <translation>讓保留的結果佔滿整個寬度；按 Esc 恢復其他階段。</translation>
    </message>
    <message>
        <source>What can be done with the kept result: copy it, export it, change its colours.</source>
        <translation>可以對保留的結果做的事：複製、匯出、改變色彩。</translation>
    </message>
    <message>
        <source>The kept result; point at a number to see what the present settings make of the same place.</source>
        <translation>保留的結果；指向一個數，可查看目前設定在同一位置得到的值。</translation>
    </message>
    <message>
        <source>Keeps this result, so that what the next settings make can be laid beside it.</source>
        <translation>保留這個結果，以便與之後的設定得到的結果並排比較。</translation>
    </message>
    <message>
        <source>The kept settings on the picture that is open now, beside the present ones: what differs, and both values of the place that is pointed at.</source>
        <translation>保留的設定與目前設定用於現在開啟的圖片：有哪些不同，以及所指位置的兩個值。</translation>
    </message>
    <message>
        <source>Slider: left of the line the kept map, right of it the present one.</source>
        <translation>滑桿：線的左邊是保留的特徵圖，右邊是目前的。</translation>
    </message>
    <message>
        <source>Begin, open, save, take away.</source>
        <translation>新增、開啟、儲存、匯出。</translation>
    </message>
    <message>
        <source>Take changes back, bring something from the clipboard, set the program up.</source>
        <translation>復原變更、從剪貼簿取得內容、設定程式。</translation>
    </message>
    <message>
        <source>Which page is shown, how large and how bright, and on the whole screen.</source>
        <translation>顯示哪個頁面、多大、多亮，以及是否全螢幕。</translation>
    </message>
    <message>
        <source>Keys, words of the field, and what each control is for.</source>
        <translation>快速鍵、專業術語，以及每個控制項的用途。</translation>
    </message>
    <message>
        <source>What was open before, the latest first.</source>
        <translation>以前開啟過的檔案，最近的在前。</translation>
    </message>
    <message>
        <source>Opens this file again.</source>
        <translation>再次開啟這個檔案。</translation>
    </message>
    <message>
        <source>One step larger, up to twice the usual size.</source>
        <translation>放大一級，最大為一般大小的兩倍。</translation>
    </message>
    <message>
        <source>One step smaller, so that more fits on the page.</source>
        <translation>縮小一級，頁面上能放下更多內容。</translation>
    </message>
    <message>
        <source>Back to the size that ConvViz begins with.</source>
        <translation>還原為 ConvViz 最初的大小。</translation>
    </message>
    <message>
        <source>A figure with titles and colour bars as PNG, SVG or PDF; a preview shows it first.</source>
        <translation>帶標題和色條的圖，存為 PNG、SVG 或 PDF；可先預覽。</translation>
    </message>
    <message>
        <source>The steps of the sum as a film, or the present one as a picture.</source>
        <translation>把逐步計算存為影片，或把目前一步存為圖片。</translation>
    </message>
    <message>
        <source>Open a picture first: its stages are offered here then.</source>
        <translation>請先開啟圖片：之後這裡會列出各個階段。</translation>
    </message>
    <message>
        <source>This one as a picture, or all its numbers as CSV, TIFF or NumPy.</source>
        <translation>把它存為圖片，或把全部數值存為 CSV、TIFF 或 NumPy。</translation>
    </message>
    <message>
        <source>Hold something before the camera and watch what the kernel makes of it.</source>
        <translation>把東西放到攝影機前，看卷積核怎樣處理它。</translation>
    </message>
    <message>
        <source>Reads the weights from a file, such as a table of a spreadsheet.</source>
        <translation>從檔案讀取權重，例如試算表的表格。</translation>
    </message>
    <message>
        <source>Writes a second file under another name; the first stays as it is.</source>
        <translation>用另一個名稱寫入第二個檔案；原檔案保持不變。</translation>
    </message>
    <message>
        <source>Ends the program; where something is unsaved, you are asked first.</source>
        <translation>結束程式；有未儲存的內容時會先詢問。</translation>
    </message>
    <message>
        <source>Brings the keyboard to the next panel, so that everything can be reached without a mouse.</source>
        <translation>讓鍵盤轉到下一個面板，不用滑鼠也能到達所有地方。</translation>
    </message>
    <message>
        <source>Brings the keyboard to the panel before.</source>
        <translation>讓鍵盤回到上一個面板。</translation>
    </message>
    <message>
        <source>One or two cards over the whole screen, with figures that the last row can read.</source>
        <translation>一張或兩張卡片占滿整個螢幕，最後一排也看得清數字。</translation>
    </message>
    <message>
        <source>The window without its frame and the system’s bars.</source>
        <translation>視窗占滿螢幕，沒有邊框和系統列。</translation>
    </message>
    <message>
        <source>What stride, padding, feature map and other words mean, in three languages.</source>
        <translation>步幅、填補、特徵圖等術語的含義，有三種語言。</translation>
    </message>
    <message>
        <source>Says what the control does that the keyboard is at, with a way into the glossary.</source>
        <translation>說明鍵盤所在控制項的作用，並可轉到詞彙表。</translation>
    </message>
    <message>
        <source>The next click explains what it lands on instead of doing it.</source>
        <translation>下一次按一下只解釋所指的控制項，不執行操作。</translation>
    </message>
    <message>
        <source>Version, licence, and the programs that ConvViz is made with.</source>
        <translation>版本、授權，以及 ConvViz 所用的軟體。</translation>
    </message>
    <message>
        <source>Version and licence of Qt, which draws this window.</source>
        <translation>繪製這個視窗的 Qt 的版本和授權。</translation>
    </message>
    <message>
        <source>Keeps a part of the picture: fewer numbers, each of them readable.</source>
        <translation>保留圖片的一部分：數字更少，個個看得清。</translation>
    </message>
    <message>
        <source>Computes the picture in another size, by a method that you choose.</source>
        <translation>用你選擇的方法把圖片算成另一種大小。</translation>
    </message>
    <message>
        <source>Shows bytes divided by 255, as networks read them; the sums follow.</source>
        <translation>把位元組值除以 255 顯示，與網路讀取的一樣；總和隨之改變。</translation>
    </message>
    <message>
        <source>For a message or a worksheet: symbols and numbers in one line each.</source>
        <translation>用於訊息或學習單：符號和數字各占一行。</translation>
    </message>
    <message>
        <source>For papers and slides that are set with LaTeX.</source>
        <translation>用於以 LaTeX 排版的論文和投影片。</translation>
    </message>
    <message>
        <source>A few lines that compute the same map with correlate2d, to check ours.</source>
        <translation>用 correlate2d 計算同一張特徵圖的幾行程式碼，可核對我們的結果。</translation>
    </message>
    <message>
        <source>A Keras layer with these weights and settings, to go on with in a network.</source>
        <translation>帶有這些權重和設定的 Keras 層，可繼續用在網路中。</translation>
    </message>
    <message>
        <source>The same as a PyTorch layer, whose order of axes differs.</source>
        <translation>同樣的 PyTorch 層，其軸的順序不同。</translation>
    </message>
    <message>
        <source>Writes the weights to a file that ConvViz, a spreadsheet or NumPy reads.</source>
        <translation>把權重寫入 ConvViz、試算表或 NumPy 能讀取的檔案。</translation>
    </message>
    <message>
        <source>The film goes to the moment at which this cell is computed.</source>
        <translation>影片轉到計算這個儲存格的時刻。</translation>
    </message>
    <message>
        <source>Holds this cell, so that its window and products can be compared with another’s.</source>
        <translation>釘選這個儲存格，可以把它的窗口和乘積與另一個比較。</translation>
    </message>
    <message>
        <source>The same filters in another order: the next layer no longer finds what it expects.</source>
        <translation>濾波器相同，順序不同：下一層找不到它期待的特徵圖。</translation>
    </message>
    <message>
        <source>The same numbers in other places: what the filters had learned is lost.</source>
        <translation>數值相同，位置不同：濾波器學到的內容都遺失了。</translation>
    </message>
    <message>
        <source>How wide a stroke is; the digits of MNIST are drawn rather boldly.</source>
        <translation>筆畫的粗細；MNIST 的數字筆畫較粗。</translation>
    </message>
    <message>
        <source>MNIST’s digits are white on black: dark writing on paper is turned round first.</source>
        <translation>MNIST 的數字是黑底白字：紙上的深色字跡先要反轉。</translation>
    </message>
    <message>
        <source>Printed lines of squared or ruled paper would be read as strokes.</source>
        <translation>方格紙或橫線紙上印的線條會被當成筆畫。</translation>
    </message>
    <message>
        <source>Higher leaves shadows out, lower keeps faint strokes.</source>
        <translation>調高可去掉陰影，調低可保留淡的筆畫。</translation>
    </message>
    <message>
        <source>Drag a rectangle around the digit where other things are on the photo.</source>
        <translation>照片上有其他東西時，拖曳矩形框出數字。</translation>
    </message>
    <message>
        <source>Looks for the digit everywhere on the photo again.</source>
        <translation>重新在整張照片上尋找數字。</translation>
    </message>
    <message>
        <source>The Lab opens the map that the filter reads, so that its numbers agree with those here.</source>
        <translation>實驗室開啟濾波器讀取的特徵圖，數值與這裡一致。</translation>
    </message>
    <message>
        <source>The Lab keeps its picture and shows what the filter finds on it.</source>
        <translation>實驗室保留自己的圖片，顯示濾波器在上面找到什麼。</translation>
    </message>
    <message>
        <source>Puts what the card shows on the clipboard, to paste it into a document.</source>
        <translation>把卡片顯示的內容放到剪貼簿，可貼到其他程式中。</translation>
    </message>
    <message>
        <source>Shows the whole map, as large as there is room.</source>
        <translation>顯示整張特徵圖，盡可能大。</translation>
    </message>
    <message>
        <source>The sharpest view of a photo: nothing is left out and nothing is blurred.</source>
        <translation>照片最清晰的顯示：不略去也不模糊任何值。</translation>
    </message>
    <message>
        <source>Leaves values out where they do not fit, so that each one shown is true.</source>
        <translation>放不下時略去一些值，但顯示的每個值都是真實的。</translation>
    </message>
    <message>
        <source>Mixes neighbours where they do not fit, so that the picture looks smooth.</source>
        <translation>放不下時取相鄰值的平均，圖片看起來平滑。</translation>
    </message>
    <message>
        <source>The figure on white paper, sharp enough for a slide or for print.</source>
        <translation>白底的圖，清晰度足夠用於投影片或列印。</translation>
    </message>
    <message>
        <source>How many times as many pixels as on the screen, in each direction.</source>
        <translation>每個方向的像素數是螢幕上的多少倍。</translation>
    </message>
    <message>
        <source>Which numbers the first and the last colour stand for.</source>
        <translation>第一種和最後一種顏色各代表什麼數值。</translation>
    </message>
    <message>
        <source>What suits this stage: bytes keep theirs, results with a sign are symmetric.</source>
        <translation>適合這個階段的範圍：位元組值用自身的範圍，有正負的結果用對稱範圍。</translation>
    </message>
    <message>
        <source>Every colour is used: shows faint differences, but changes with the picture.</source>
        <translation>用上所有顏色：能看出細微差別，但會隨圖片改變。</translation>
    </message>
    <message>
        <source>A few extreme values do not take the colours from all others.</source>
        <translation>少數極端值不會占用其他值的顏色。</translation>
    </message>
    <message>
        <source>What kernel and picture allow: pictures can be compared with each other.</source>
        <translation>由卷積核和圖片決定的最大範圍：不同圖片可以互相比較。</translation>
    </message>
    <message>
        <source>0 lies in the middle, so that its colour tells positive from negative.</source>
        <translation>0 在正中，顏色能分清正負。</translation>
    </message>
    <message>
        <source>Your own two ends, the same for every picture: good for comparing.</source>
        <translation>自己設定兩端，對每張圖片都相同：便於比較。</translation>
    </message>
    <message>
        <source>Reads the picture that is open in the Lab.</source>
        <translation>辨識實驗室中開啟的圖片。</translation>
    </message>
    <message>
        <source>What is done to a photo before the network reads it; click a step to change it.</source>
        <translation>網路辨識之前對照片做的處理；按一下某個步驟可以調整。</translation>
    </message>
    <message>
        <source>Draws white strokes; hold the button to choose how thick.</source>
        <translation>畫白色筆畫；按住按鈕可選粗細。</translation>
    </message>
    <message>
        <source>Rubs strokes out; hold the button to choose how wide.</source>
        <translation>擦除筆畫；按住按鈕可選寬度。</translation>
    </message>
    <message>
        <source>Takes the last stroke back.</source>
        <translation>復原上一筆。</translation>
    </message>
    <message>
        <source>Takes an empty sheet.</source>
        <translation>換一張空白的紙。</translation>
    </message>
    <message>
        <source>Takes the next handwritten digit that comes with ConvViz.</source>
        <translation>取下一個 ConvViz 內附的手寫數字。</translation>
    </message>
    <message>
        <source>Moves the digit to the right or, below 0, to the left.</source>
        <translation>將數字向右移動，小於 0 時向左。</translation>
    </message>
    <message>
        <source>Moves the digit down or, below 0, up.</source>
        <translation>將數字向下移動，小於 0 時向上。</translation>
    </message>
    <message>
        <source>Turns the digit.</source>
        <translation>旋轉數字。</translation>
    </message>
    <message>
        <source>Makes the digit larger or smaller.</source>
        <translation>放大或縮小數字。</translation>
    </message>
    <message>
        <source>Adds random numbers to the pixels.</source>
        <translation>給像素加上隨機數。</translation>
    </message>
    <message>
        <source>Puts the digit back where it was.</source>
        <translation>將數字放回原處。</translation>
    </message>
    <message>
        <source>Which network reads the digit.</source>
        <translation>由哪個網路辨識數字。</translation>
    </message>
    <message>
        <source>Three convolutions and a dense layer, trained as well as ConvViz can.</source>
        <translation>三個卷積層加一個全連接層，以 ConvViz 的最佳訓練方案訓練。</translation>
    </message>
    <message>
        <source>Two convolutions of 5 × 5 and a large dense layer, in the manner of LeNet.</source>
        <translation>兩個 5 × 5 卷積層加一個大的全連接層，仿照 LeNet。</translation>
    </message>
    <message>
        <source>Dense layers only: every neuron sees every pixel.</source>
        <translation>只有全連接層：每個神經元都看到所有像素。</translation>
    </message>
    <message>
        <source>A network of the same layers, trained as its tutorial does, or one of your own.</source>
        <translation>層相同、依教學的方案訓練的網路，或你自己的網路。</translation>
    </message>
    <message>
        <source>Looks inside a network of your own: a Keras file.</source>
        <translation>查看你自己的網路內部：Keras 檔案。</translation>
    </message>
    <message>
        <source>Trains a network of your own on MNIST&apos;s digits.</source>
        <translation>以 MNIST 的數字訓練你自己的網路。</translation>
    </message>
    <message>
        <source>Every map has the full range of colours for itself.</source>
        <translation>每張特徵圖單獨使用全部色彩範圍。</translation>
    </message>
    <message>
        <source>All maps of a layer share one range: weak maps look weak.</source>
        <translation>同一層的特徵圖共用一個範圍：弱的看起來也弱。</translation>
    </message>
    <message>
        <source>All layers share one range of colours.</source>
        <translation>所有層共用一個色彩範圍。</translation>
    </message>
    <message>
        <source>Test digits, with what they are and what they were read as; click one to take it to the paper.</source>
        <translation>測試數字，以及它們實際為什麼、辨識為什麼；按一下可放到紙上。</translation>
    </message>
    <message>
        <source>Shows the test digits of one label only.</source>
        <translation>只顯示一種標籤的測試數字。</translation>
    </message>
    <message>
        <source>The test digits that carry this label, or all of them.</source>
        <translation>帶有這個標籤的測試數字，或全部測試數字。</translation>
    </message>
    <message>
        <source>Shows the misread digits.</source>
        <translation>顯示辨識錯誤的數字。</translation>
    </message>
    <message>
        <source>Shows the digits that were read correctly as well.</source>
        <translation>也顯示辨識正確的數字。</translation>
    </message>
    <message>
        <source>What was read as what: on the diagonal lie the digits that were read correctly.</source>
        <translation>什麼被辨識成什麼：對角線上是辨識正確的數字。</translation>
    </message>
    <message>
        <source>Stops reading the test digits.</source>
        <translation>停止辨識測試數字。</translation>
    </message>
    <message>
        <source>Fetches MNIST&apos;s digits, after telling you from where.</source>
        <translation>下載 MNIST 的數字，並先說明來源。</translation>
    </message>
    <message>
        <source>Lets this network read the 10,000 test digits.</source>
        <translation>讓這個網路辨識 10,000 個測試數字。</translation>
    </message>
    <message>
        <source>Chooses MNIST&apos;s file on this computer.</source>
        <translation>選擇這台電腦上的 MNIST 檔案。</translation>
    </message>
    <message>
        <source>Loss and accuracy after every epoch; point at one to read its numbers.</source>
        <translation>每個週期之後的損失與準確率；指向一個週期可查看數值。</translation>
    </message>
    <message>
        <source>For which answer the pixels are weighed.</source>
        <translation>針對哪個答案衡量像素。</translation>
    </message>
    <message>
        <source>Weighs the pixels for this answer.</source>
        <translation>針對這個答案衡量像素。</translation>
    </message>
    <message>
        <source>The layer whose maps Grad-CAM weighs.</source>
        <translation>Grad-CAM 衡量哪一層的特徵圖。</translation>
    </message>
    <message>
        <source>Weighs the maps of this layer.</source>
        <translation>衡量這一層的特徵圖。</translation>
    </message>
    <message>
        <source>How large the black patch is that covers the digit, in pixels.</source>
        <translation>遮住數字的黑塊有多大，以像素計。</translation>
    </message>
    <message>
        <source>Covers every place once and reads the digit each time; the same button stops it.</source>
        <translation>逐處遮住並每次重新辨識數字；再按一下停止。</translation>
    </message>
    <message>
        <source>What is trained: how many layers it has, and of which kind.</source>
        <translation>訓練什麼網路：有多少層，是哪種層。</translation>
    </message>
    <message>
        <source>A network without convolution, to see how much harder it finds digits that have moved.</source>
        <translation>沒有卷積的網路，可以看到數字移動後它有多難辨識。</translation>
    </message>
    <message>
        <source>The classic from 1998 that read digits on cheques: small and quick to train.</source>
        <translation>1998 年用來辨識支票數字的經典網路：小，訓練快。</translation>
    </message>
    <message>
        <source>A present-day network with small kernels: takes longer and misreads fewer digits.</source>
        <translation>使用小卷積核的現代網路：訓練較久，辨識錯誤更少。</translation>
    </message>
    <message>
        <source>Plain and quick, so that you can compare the curves with a textbook’s.</source>
        <translation>簡單快速，便於把曲線與教科書對照。</translation>
    </message>
    <message>
        <source>Slower: changed digits make the network read other people’s writing better.</source>
        <translation>較慢：用變化過的數字訓練，能更好地辨識別人的筆跡。</translation>
    </message>
    <message>
        <source>More rounds lower the errors, until single digits are learned by heart.</source>
        <translation>週期越多錯誤越少，直到開始死背個別數字。</translation>
    </message>
    <message>
        <source>The same number gives the same network again; try several to see what is chance.</source>
        <translation>同一個數會得到同一個網路；換幾個數可以看出哪些是偶然的。</translation>
    </message>
    <message>
        <source>Asks for the 70,000 handwritten digits that the network learns from.</source>
        <translation>選擇供網路學習的 70,000 個手寫數字的檔案。</translation>
    </message>
    <message>
        <source>Falling loss and rising accuracy mean that it learns; a growing gap means that it learns by heart.</source>
        <translation>損失下降、準確率上升表示它在學習；差距變大表示它在死背。</translation>
    </message>
    <message>
        <source>Puts this window away; a training that runs goes on.</source>
        <translation>收起這個視窗；正在進行的訓練會繼續。</translation>
    </message>
    <message>
        <source>Trains a network from random weights; the curves grow epoch by epoch.</source>
        <translation>從隨機權重開始訓練；曲線逐個週期增長。</translation>
    </message>
    <message>
        <source>Stops at once; use it when the settings were wrong.</source>
        <translation>立即停止；設定有誤時使用。</translation>
    </message>
    <message>
        <source>Ends early with the weights that have done best so far.</source>
        <translation>提前結束，採用到目前為止表現最好的權重。</translation>
    </message>
    <message>
        <source>Writes the network as a Keras file, which other programs read too.</source>
        <translation>把網路寫成 Keras 檔案，其他軟體也能讀取。</translation>
    </message>
    <message>
        <source>Looks into your own network with the digit that is drawn now.</source>
        <translation>用現在畫的數字查看你自己的網路內部。</translation>
    </message>
    <message>
        <source>Whether the film is written or only the present moment, and as which kind of file.</source>
        <translation>寫入整部影片還是只寫目前時刻，以及用哪種格式。</translation>
    </message>
    <message>
        <source>Plays in every browser and slide program; 256 colours at most.</source>
        <translation>所有瀏覽器和投影片軟體都能播放；最多 256 種顏色。</translation>
    </message>
    <message>
        <source>Every colour in a small file, for web pages.</source>
        <translation>顏色完整，檔案小，適合網頁。</translation>
    </message>
    <message>
        <source>Every colour without loss, for browsers; the file is larger.</source>
        <translation>顏色完整無損，用於瀏覽器；檔案較大。</translation>
    </message>
    <message>
        <source>A video that can be stopped and wound, for lessons and for cutting.</source>
        <translation>可以暫停和快轉的影片，適合上課和剪輯。</translation>
    </message>
    <message>
        <source>A folder of pictures in order, for a program that makes films of them.</source>
        <translation>依序編號的圖片資料夾，供其他軟體製作影片。</translation>
    </message>
    <message>
        <source>One picture for a slide or a worksheet.</source>
        <translation>一張圖片，用於投影片或學習單。</translation>
    </message>
    <message>
        <source>One drawing that stays sharp and can be changed in a drawing program.</source>
        <translation>一張始終清晰的圖，可以在繪圖軟體中修改。</translation>
    </message>
    <message>
        <source>One page that stays sharp, for LaTeX and for print.</source>
        <translation>一頁始終清晰的圖，用於 LaTeX 和列印。</translation>
    </message>
    <message>
        <source>How many pixels each picture has; for a projector 1280 or more.</source>
        <translation>每張圖片有多少像素；投影請選 1280 以上。</translation>
    </message>
    <message>
        <source>A larger picture is sharper, takes longer and makes a larger file.</source>
        <translation>圖片越大越清晰，寫入越久，檔案也越大。</translation>
    </message>
    <message>
        <source>How quickly the film goes on; slow is better where people are to follow the sums.</source>
        <translation>影片播放的快慢；要讓人跟上計算就慢一些。</translation>
    </message>
    <message>
        <source>As on the page at the same speed.</source>
        <translation>與頁面上相同速度的播放一樣。</translation>
    </message>
    <message>
        <source>Bright figures on a dark ground, like dark slides.</source>
        <translation>深色底上的淺色數字，與深色投影片一致。</translation>
    </message>
    <message>
        <source>The output cell that the film begins with; a short film shows the idea as well.</source>
        <translation>影片從哪個輸出儲存格開始；短影片也能說明道理。</translation>
    </message>
    <message>
        <source>The output cell that the film ends with.</source>
        <translation>影片在哪個輸出儲存格結束。</translation>
    </message>
    <message>
        <source>Name and place of the file; its ending follows the kind.</source>
        <translation>檔案的名稱和位置；副檔名隨格式改變。</translation>
    </message>
    <message>
        <source>Asks for name and place with the system’s own dialog.</source>
        <translation>用系統的對話方塊選擇名稱和位置。</translation>
    </message>
    <message>
        <source>Begins to write; a bar shows how far it is.</source>
        <translation>開始寫入；進度列顯示完成了多少。</translation>
    </message>
    <message>
        <source>What lies inside the rectangle stays, the rest is cut away.</source>
        <translation>矩形內的部分保留，其餘裁掉。</translation>
    </message>
    <message>
        <source>The uppermost row that stays, counted from 0.</source>
        <translation>保留的最上面一列，從 0 數起。</translation>
    </message>
    <message>
        <source>The lowest row that stays; it counts as well.</source>
        <translation>保留的最下面一列，包括這一列。</translation>
    </message>
    <message>
        <source>The leftmost column that stays, counted from 0.</source>
        <translation>保留的最左邊一行，從 0 數起。</translation>
    </message>
    <message>
        <source>The rightmost column that stays; it counts as well.</source>
        <translation>保留的最右邊一行，包括這一行。</translation>
    </message>
    <message>
        <source>Keeps only this part, with every number as it was; Undo brings the rest back.</source>
        <translation>只保留這一部分，每個數值不變；復原可以還原其餘部分。</translation>
    </message>
    <message>
        <source>How many pixels high the picture will be; fewer make single numbers visible.</source>
        <translation>圖片的新高度（像素）；列數少時能看到每個數字。</translation>
    </message>
    <message>
        <source>How many pixels wide the picture will be.</source>
        <translation>圖片的新寬度（像素）。</translation>
    </message>
    <message>
        <source>Height and width change together, so that circles stay circles.</source>
        <translation>高和寬一起改變，圓仍然是圓。</translation>
    </message>
    <message>
        <source>How a new pixel’s value follows from the old ones.</source>
        <translation>新像素的值怎樣由原來的像素得到。</translation>
    </message>
    <message>
        <source>No new values appear: right for drawings, labels and masks.</source>
        <translation>不產生新的值：適合圖形、標籤和遮罩。</translation>
    </message>
    <message>
        <source>Every old pixel counts once: the usual choice for making a photo smaller.</source>
        <translation>每個原像素各計一次：縮小照片的常用方法。</translation>
    </message>
    <message>
        <source>Smooth between the pixels, a little soft: good for making a picture larger.</source>
        <translation>像素之間過渡平滑，略微模糊：適合放大圖片。</translation>
    </message>
    <message>
        <source>What photo editors take: sharper than bilinear.</source>
        <translation>影像編輯軟體常用的方法：比雙線性更清晰。</translation>
    </message>
    <message>
        <source>The most detail where a photo becomes much smaller.</source>
        <translation>照片縮小很多時保留的細節最多。</translation>
    </message>
    <message>
        <source>Computes the picture anew in this size; Undo brings the old one back.</source>
        <translation>依這個大小重新計算圖片；復原可以還原原圖。</translation>
    </message>
    <message>
        <source>The value that gets the first colour of the scale; smaller ones look the same.</source>
        <translation>色階第一種顏色所代表的值；更小的值看起來一樣。</translation>
    </message>
    <message>
        <source>The value that gets the last colour of the scale; larger ones look the same.</source>
        <translation>色階最後一種顏色所代表的值；更大的值看起來一樣。</translation>
    </message>
    <message>
        <source>Holds for every picture from now on, so that their colours can be compared.</source>
        <translation>從現在起對每張圖片都有效，便於比較它們的顏色。</translation>
    </message>
    <message>
        <source>Every number of this map; click one to see how it was computed.</source>
        <translation>這張特徵圖的每個數；按一下一個數，看它是怎麼算出來的。</translation>
    </message>
    <message>
        <source>Which of the layer’s maps is shown, counted from 0: each comes from a filter of its own.</source>
        <translation>顯示該層的哪張特徵圖，從 0 數起：每張來自各自的濾波器。</translation>
    </message>
    <message>
        <source>Where the film is: drag to any output cell; the arrow keys step, Home and End go to the ends.</source>
        <translation>動畫目前的位置：可拖曳到任一輸出格子；方向鍵單步移動，Home 與 End 到兩端。</translation>
    </message>
    <message>
        <source>Pins the output on show, so that two windows can be compared.</source>
        <translation>釘選目前的輸出，以便比較兩個窗口。</translation>
    </message>
    <message>
        <source>Takes both pins away.</source>
        <translation>取消釘選 A 與 B。</translation>
    </message>
    <message>
        <source>Gives this card the whole width; Esc brings the others back.</source>
        <translation>讓這張卡片佔滿整個寬度；按 Esc 恢復其他卡片。</translation>
    </message>
    <message>
        <source>Chooses the part of a large picture that the film walks through.</source>
        <translation>選擇大影像中由動畫逐格經過的區域。</translation>
    </message>
    <message>
        <source>Drag a rectangle, or click a place, to choose the part that is filmed.</source>
        <translation>拖曳出一個矩形或按一下某處，選擇要展示的區域。</translation>
    </message>
    <message>
        <source>The input with its padding; the window lies on the cells that are multiplied now. A double click changes a pixel.</source>
        <translation>輸入及其填補；窗口所在的格子正在相乘。按兩下可修改一個像素。</translation>
    </message>
    <message>
        <source>The output as far as it is computed; click a cell to go there.</source>
        <translation>目前已算出的輸出；按一下某個格子可前往那裡。</translation>
    </message>
    <message>
        <source>Shows the window beside the kernel, and their products.</source>
        <translation>並排顯示窗口與卷積核，以及它們的乘積。</translation>
    </message>
    <message>
        <source>Shows the same operation as one multiplication by a matrix in which most numbers are 0.</source>
        <translation>將同一運算顯示為一次矩陣乘法，矩陣中大多數的數是 0。</translation>
    </message>
    <message>
        <source>Copies the whole sum as one line of text.</source>
        <translation>將整個算式複製為一段文字。</translation>
    </message>
    <message>
        <source>Type what the result will be, then press Enter.</source>
        <translation>輸入你認為的結果，然後按 Enter。</translation>
    </message>
    <message>
        <source>Hides each result until you have guessed it.</source>
        <translation>先隱藏每個結果，等你猜過再顯示。</translation>
    </message>
    <message>
        <source>Plays the film, or stops it where it is.</source>
        <translation>播放動畫，或停在目前位置。</translation>
    </message>
    <message>
        <source>Goes one step back.</source>
        <translation>後退一步。</translation>
    </message>
    <message>
        <source>Goes one step on.</source>
        <translation>前進一步。</translation>
    </message>
    <message>
        <source>Goes to the beginning of the film.</source>
        <translation>前往動畫開頭。</translation>
    </message>
    <message>
        <source>Goes to the end of the film.</source>
        <translation>前往動畫結尾。</translation>
    </message>
    <message>
        <source>Plays the film over and over.</source>
        <translation>循環播放動畫。</translation>
    </message>
    <message>
        <source>Every product is a step of its own.</source>
        <translation>每個乘積是單獨的一步。</translation>
    </message>
    <message>
        <source>Steps of a cell: place the window, multiply, add, finish, land.</source>
        <translation>每個格子分幾步：放置窗口、相乘、相加、收尾、落位。</translation>
    </message>
    <message>
        <source>Every output cell is one step.</source>
        <translation>每個輸出格子是一步。</translation>
    </message>
    <message>
        <source>How fast the film plays.</source>
        <translation>動畫播放的速度。</translation>
    </message>
    <message>
        <source>So many times the usual speed.</source>
        <translation>通常速度的這個倍數。</translation>
    </message>
    <message>
        <source>Examples with numbers that can be worked out on paper.</source>
        <translation>可以用紙筆算出來的範例。</translation>
    </message>
    <message>
        <source>The diagonal slides over the X: where both are alike the sum is 9.</source>
        <translation>對角線在 X 上滑動：兩者一致時總和為 9。</translation>
    </message>
    <message>
        <source>The other diagonal finds the other arm of the X.</source>
        <translation>另一條對角線找出 X 的另一筆。</translation>
    </message>
    <message>
        <source>A small X finds the middle of the large one.</source>
        <translation>小的 X 找出大 X 的中心。</translation>
    </message>
    <message>
        <source>With a ring of zeros the output is as large as the input.</source>
        <translation>外面加一圈零，輸出就與輸入一樣大。</translation>
    </message>
    <message>
        <source>The window moves two cells at a time, so the output is smaller.</source>
        <translation>窗口每次移動兩個格子，所以輸出更小。</translation>
    </message>
    <message>
        <source>Nine weights, pulled apart, reach over five by five cells.</source>
        <translation>九個權重拉開後，涵蓋 5 × 5 個格子。</translation>
    </message>
    <message>
        <source>ReLU, then the largest of every 2 × 2 cells; what is left over is dropped.</source>
        <translation>先 ReLU，再取每 2 × 2 個格子中最大的；剩餘的捨去。</translation>
    </message>
    <message>
        <source>The same, but incomplete windows are kept.</source>
        <translation>同樣的運算，但保留不完整的窗口。</translation>
    </message>
    <message>
        <source>An edge from 10 to 0, read by a kernel as it stands: 30.</source>
        <translation>從 10 到 0 的邊緣，卷積核原樣使用：得 30。</translation>
    </message>
    <message>
        <source>The same edge with the kernel turned first: −30.</source>
        <translation>同一邊緣，卷積核先旋轉：得 −30。</translation>
    </message>
    <message>
        <source>Upright stripes under a kernel that finds upright outlines.</source>
        <translation>垂直條紋與找出垂直輪廓的卷積核。</translation>
    </message>
    <message>
        <source>A photo, a part of it at a time.</source>
        <translation>一張照片，一次看一部分。</translation>
    </message>
    <message>
        <source>Three windows, one for each colour, and one sum.</source>
        <translation>三個窗口，每種顏色一個，合成一個總和。</translation>
    </message>
    <message>
        <source>Pictures that come with ConvViz, from the 9 × 9 X to a photo.</source>
        <translation>ConvViz 內附的圖片，從 9 × 9 的 X 到照片。</translation>
    </message>
    <message>
        <source>Opens a picture, an experiment or a network from a file.</source>
        <translation>從檔案開啟圖片、實驗或網路。</translation>
    </message>
    <message>
        <source>Takes the picture or the file from the clipboard.</source>
        <translation>取得剪貼簿中的圖片或檔案。</translation>
    </message>
    <message>
        <source>Saves picture and settings as one file, to go on with later.</source>
        <translation>將圖片與設定存成一個檔案，以後可以繼續。</translation>
    </message>
    <message>
        <source>Takes the last change back.</source>
        <translation>復原上一次變更。</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back.</source>
        <translation>重做復原的變更。</translation>
    </message>
    <message>
        <source>Writes a stage, the film or a layer to a file.</source>
        <translation>將一個階段、動畫或一層寫入檔案。</translation>
    </message>
    <message>
        <source>Everything the window can do, by name and with its keys.</source>
        <translation>視窗能做的所有事，附名稱與快速鍵。</translation>
    </message>
    <message>
        <source>The Lab: change a kernel and its settings and see every stage at once.</source>
        <translation>實驗室：改變卷積核與設定，立即看到每個階段。</translation>
    </message>
    <message>
        <source>Step: the same operation as a film, number by number.</source>
        <translation>逐步：將同一運算當作動畫，一個數一個數地看。</translation>
    </message>
    <message>
        <source>Network: draw a digit and look inside a trained network.</source>
        <translation>網路：畫一個數字，查看訓練好的網路內部。</translation>
    </message>
    <message>
        <source>Switches between a light and a dark window.</source>
        <translation>切換淺色與深色視窗。</translation>
    </message>
    <message>
        <source>All keys on one sheet.</source>
        <translation>一頁列出所有快速鍵。</translation>
    </message>
    <message>
        <source>Language, colours, and what the window remembers.</source>
        <translation>語言、色彩，以及視窗記住哪些內容。</translation>
    </message>
    <message>
        <source>Takes this message away.</source>
        <translation>關閉這則訊息。</translation>
    </message>
    <message>
        <source>Stops what is being done.</source>
        <translation>停止正在進行的操作。</translation>
    </message>
    <message>
        <source>Makes a small picture from nothing, to draw on: 3 to 64 rows and columns.</source>
        <translation>新增一張可以繪製的小圖片：3 至 64 列、3 至 64 行。</translation>
    </message>
    <message>
        <source>Starts with this picture; your own can follow at any time.</source>
        <translation>從這張圖片開始；隨時可以換成你自己的。</translation>
    </message>
    <message>
        <source>Opens the 9 × 9 X with a diagonal kernel: small enough to work out every number.</source>
        <translation>開啟 9 × 9 的 X 與對角線卷積核：小到每個數都能算出來。</translation>
    </message>
    <message>
        <source>Brings back what was in hand when the window last ended.</source>
        <translation>恢復視窗上次結束時的內容。</translation>
    </message>
    <message>
        <source>Throws away what was in hand when the window last ended.</source>
        <translation>捨棄視窗上次結束時的內容。</translation>
    </message>
    <message>
        <source>Empties the list of recent files; the files themselves stay.</source>
        <translation>清空最近檔案的清單；檔案本身不受影響。</translation>
    </message>
    <message>
        <source>How far our numbers and SciPy&apos;s are apart; click to see what was compared.</source>
        <translation>我們的數與 SciPy 的相差多少；按一下查看比較了什麼。</translation>
    </message>
    <message>
        <source>More in the glossary</source>
        <translation>在詞彙表中查看更多</translation>
    </message>
    <message>
        <source>How the size of the output follows from what is set; point at a symbol, or walk with the arrow keys, to see what it is.</source>
        <translation>輸出尺寸怎樣由各項設定得出；指向一個符號，或用方向鍵移動，可查看它是什麼。</translation>
    </message>
    <message>
        <source>Which value has which colour, and how often each occurs; drag an end, or the part between, to choose the range.</source>
        <translation>哪個值對應哪種色彩，以及各值出現多少次；拖曳一端或中間部分可選擇範圍。</translation>
    </message>
    <message>
        <source>Lets the range follow the values again.</source>
        <translation>讓範圍重新隨值變化。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>{n} pictures, {seconds} seconds</source>
        <translation>{n} 張圖片，{seconds} 秒</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>匯出動畫</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>To</source>
        <translation>儲存到</translation>
    </message>
    <message>
        <source>Film as animated GIF</source>
        <translation>GIF 動畫</translation>
    </message>
    <message>
        <source>Film as animated WebP</source>
        <translation>WebP 動畫</translation>
    </message>
    <message>
        <source>Film as animated PNG</source>
        <translation>PNG 動畫</translation>
    </message>
    <message>
        <source>Film as MP4</source>
        <translation>MP4 影片</translation>
    </message>
    <message>
        <source>Film as numbered PNG pictures</source>
        <translation>編號的 PNG 圖片序列</translation>
    </message>
    <message>
        <source>This moment as PNG</source>
        <translation>目前畫面，PNG</translation>
    </message>
    <message>
        <source>This moment as SVG</source>
        <translation>目前畫面，SVG</translation>
    </message>
    <message>
        <source>This moment as PDF</source>
        <translation>目前畫面，PDF</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最後一步</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>存放圖片的資料夾</translation>
    </message>
    <message>
        <source>MP4 needs the Python package imageio-ffmpeg, which is not installed.</source>
        <translation>MP4 需要 Python 套件 imageio-ffmpeg，但尚未安裝。</translation>
    </message>
    <message>
        <source>{name} exists already. Press Replace to write over it.</source>
        <translation>{name} 已存在。按「取代」將覆寫它。</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>{stage}…</source>
        <translation>{stage}…</translation>
    </message>
    <message>
        <source>Film, or this moment…</source>
        <translation>動畫或目前畫面…</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>還沒有可匯出的內容</translation>
    </message>
    <message>
        <source>JSON ({patterns})</source>
        <translation>JSON ({patterns})</translation>
    </message>
    <message>
        <source>Text, for a spreadsheet ({patterns})</source>
        <translation>試算表用的文字 ({patterns})</translation>
    </message>
    <message>
        <source>Comma-separated ({patterns})</source>
        <translation>逗號分隔 ({patterns})</translation>
    </message>
    <message>
        <source>NumPy array ({patterns})</source>
        <translation>NumPy 陣列 ({patterns})</translation>
    </message>
    <message>
        <source>Save kernel</source>
        <translation>儲存卷積核</translation>
    </message>
    <message>
        <source>Picture as shown ({patterns})</source>
        <translation>與顯示一致的圖片 ({patterns})</translation>
    </message>
    <message>
        <source>Numbers as TIFF ({patterns})</source>
        <translation>數值，TIFF ({patterns})</translation>
    </message>
    <message>
        <source>Numbers as text ({patterns})</source>
        <translation>數值，文字 ({patterns})</translation>
    </message>
    <message>
        <source>Numbers as NumPy array ({patterns})</source>
        <translation>數值，NumPy 陣列 ({patterns})</translation>
    </message>
    <message>
        <source>Numbers as NumPy arrays ({patterns})</source>
        <translation>數值，多個 NumPy 陣列 ({patterns})</translation>
    </message>
    <message>
        <source>Export {stage}</source>
        <translation>匯出{stage}</translation>
    </message>
    <message>
        <source>For slides and print…</source>
        <translation>用於投影片和列印…</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>The settings have changed; {name} was not written.</source>
        <translation>設定已變更，沒有寫入 {name}。</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>bias {value}</source>
        <translation>偏差 {value}</translation>
    </message>
    <message>
        <source>turned by 180° first</source>
        <translation>先旋轉 180°</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>Writing…</source>
        <translation>正在寫入…</translation>
    </message>
    <message>
        <source>Export for slides and print</source>
        <translation>匯出用於投影片和列印</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>PNG, pixels</source>
        <translation>PNG（像素）</translation>
    </message>
    <message>
        <source>SVG, stays sharp, numbers are text</source>
        <translation>SVG（向量，數值是文字）</translation>
    </message>
    <message>
        <source>PDF, stays sharp, numbers are text</source>
        <translation>PDF（向量，數值是文字）</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>None: what is behind it shows</source>
        <translation>無（透明）</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{scale}: {width} × {height} pixels</source>
        <translation>{scale}：{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>What was chosen is no longer shown.</source>
        <translation>所選的內容已不再顯示。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已複製。</translation>
    </message>
    <message>
        <source>Exported to {name}.</source>
        <translation>已匯出至 {name}。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；沒有寫入任何內容。</translation>
    </message>
</context>
<context>
    <name>FilmFiles</name>
    <message>
        <source>Exported to {name}.</source>
        <translation>已匯出到 {name}。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；沒有寫入任何內容。</translation>
    </message>
    <message>
        <source>The folder {name} is not empty.</source>
        <translation>資料夾 {name} 不是空的。</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation>無法寫入 {name}：{reason}。</translation>
    </message>
</context>
<context>
    <name>FilmGrid</name>
    <message>
        <source>to be guessed</source>
        <translation>待猜測</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>尚未計算</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Weights for {map}</source>
        <translation>權重：{map}</translation>
    </message>
    <message>
        <source>Click a value in a convolution or dense layer: the filter that made it can be tried here.</source>
        <translation>按一下卷積層或全連接層中的值：可以在這裡試驗產生它的濾波器。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強度</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>打亂</translation>
    </message>
    <message>
        <source>Put the filter&apos;s weights in another order: the pattern is gone</source>
        <translation>打亂濾波器權重的順序：圖案消失</translation>
    </message>
    <message>
        <source>Shuffle layer</source>
        <translation>打亂整層</translation>
    </message>
    <message>
        <source>Mix all filters of this layer</source>
        <translation>打亂這一層的所有濾波器</translation>
    </message>
    <message>
        <source>Its filters change places, each as it is</source>
        <translation>濾波器互換位置，各自保持不變</translation>
    </message>
    <message>
        <source>The weights in each filter change places</source>
        <translation>每個濾波器內的權重互換位置</translation>
    </message>
    <message>
        <source>Lab&apos;s kernel</source>
        <translation>實驗室的卷積核</translation>
    </message>
    <message>
        <source>Put the Lab&apos;s kernel in the place of these weights</source>
        <translation>以實驗室的卷積核取代這些權重</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>還原成訓練值</translation>
    </message>
</context>
<context>
    <name>FormulaCard</name>
    <message>
        <source>Output size</source>
        <translation>輸出尺寸</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
</context>
<context>
    <name>FrameBar</name>
    <message>
        <source>Which page, frame or slice of the file (Page Up, Page Down or , and .)</source>
        <translation>檔案中的第幾頁、影格或切片（Page Up、Page Down 鍵，或逗號、句點鍵）</translation>
    </message>
    <message>
        <source>Page, frame or slice</source>
        <translation>頁、影格或切片</translation>
    </message>
    <message>
        <source>Which array of the file</source>
        <translation>檔案中的哪個陣列</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
</context>
<context>
    <name>GalleryHead</name>
    <message>
        <source>Misread</source>
        <translation>辨識錯誤</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show the misread ones</source>
        <translation>顯示辨識錯誤的數字</translation>
    </message>
    <message>
        <source>Show those read correctly as well</source>
        <translation>也顯示辨識正確的數字</translation>
    </message>
    <message>
        <source>Which test digits are shown</source>
        <translation>顯示哪些測試數字</translation>
    </message>
    <message>
        <source>{digit} only</source>
        <translation>僅 {digit}</translation>
    </message>
    <message>
        <source>every label</source>
        <translation>全部標籤</translation>
    </message>
    <message>
        <source>Show the test digits of one label</source>
        <translation>只顯示一種標籤的測試數字</translation>
    </message>
    <message>
        <source>The label of the digits that are shown</source>
        <translation>所顯示數字的標籤</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Test digit {number} is a {label}.</source>
        <translation>測試數字 {number} 是 {label}。</translation>
    </message>
    <message>
        <source>Test digit {number} is a {label} and is read as {answer}.</source>
        <translation>測試數字 {number} 是 {label}，被辨識為 {answer}。</translation>
    </message>
    <message>
        <source>Test digit {number} is a {label} and is read as such.</source>
        <translation>測試數字 {number} 是 {label}，辨識正確。</translation>
    </message>
    <message>
        <source>Test digits, with what they are read as</source>
        <translation>測試數字及其辨識結果</translation>
    </message>
</context>
<context>
    <name>GlossaryWindow</name>
    <message>
        <source>Glossary</source>
        <translation>詞彙表</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>搜尋詞彙表</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>詞彙</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意義</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Nothing in the glossary fits this.</source>
        <translation>詞彙表中沒有相符的內容。</translation>
    </message>
</context>
<context>
    <name>GoingOn</name>
    <message>
        <source>Your work cannot be kept for the case of a crash. {reason}</source>
        <translation>無法為意外結束保留你的工作。{reason}</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>實驗室</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>逐步</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Go on where you were, {time}</source>
        <translation>繼續上次的工作，{time}</translation>
    </message>
    <message>
        <source>d MMM, HH:mm</source>
        <comment>a date as Qt writes it: 5 Nov, 12:41</comment>
        <translation>M 月 d 日 HH:mm</translation>
    </message>
    <message>
        <source>Another window goes on with it.</source>
        <translation>另一個視窗已在繼續這項工作。</translation>
    </message>
    <message>
        <source>It was discarded, or closed, in another window; there is nothing left of it.</source>
        <translation>它已在另一個視窗中被捨棄或關閉，沒有留下任何內容。</translation>
    </message>
    <message>
        <source>ConvViz ended unexpectedly the last time. “{offer}” is in the menu, under File.</source>
        <translation>ConvViz 上次意外結束。可在選單的「檔案」中選擇「{offer}」。</translation>
    </message>
    <message>
        <source>One file is open at a time; not opened: {names} and {count} more.</source>
        <translation>一次只能開啟一個檔案；未開啟：{names}，以及另外 {count} 個。</translation>
    </message>
    <message>
        <source>One file is open at a time; not opened: {names}.</source>
        <translation>一次只能開啟一個檔案；未開啟：{names}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>GridCard</name>
    <message>
        <source>Show all cards (Esc)</source>
        <translation>顯示所有卡片（Esc）</translation>
    </message>
    <message>
        <source>Show this card alone</source>
        <translation>只顯示這張卡片</translation>
    </message>
    <message>
        <source>Choose part…</source>
        <translation>選擇區域…</translation>
    </message>
    <message>
        <source>Choose the part of the picture that is filmed</source>
        <translation>選擇要展示的圖片區域</translation>
    </message>
</context>
<context>
    <name>Grids</name>
    <message>
        <source>Window, kernel and products</source>
        <translation>窗口、卷積核與乘積</translation>
    </message>
</context>
<context>
    <name>HeatView</name>
    <message>
        <source>Pixel ({row}, {column}): {value}</source>
        <translation>像素 ({row}, {column})：{value}</translation>
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <source>epoch</source>
        <translation>訓練週期</translation>
    </message>
    <message>
        <source>accuracy in %, stretched</source>
        <translation>準確率（%，對數）</translation>
    </message>
    <message>
        <source>accuracy in %</source>
        <translation>準確率（%）</translation>
    </message>
    <message>
        <source>in %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>loss, stretched</source>
        <translation>損失（對數）</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Point at an epoch to read its numbers (left and right arrow keys). The wheel enlarges, a double click shows everything. Upright, the plots are logarithmic: half the loss, or half the mistakes, is always as far.</source>
        <translation>指向某個週期可查看其數值（也可用左右方向鍵）。滾輪放大，按兩下顯示全部。縱軸為對數刻度：損失或錯誤數每減半，移動的距離都相同。</translation>
    </message>
    <message>
        <source>Accuracy and loss of every epoch</source>
        <translation>每個週期的準確率與損失</translation>
    </message>
</context>
<context>
    <name>HistoryReadout</name>
    <message>
        <source>Epoch {number}</source>
        <translation>第 {number} 個週期</translation>
    </message>
    <message>
        <source>kept: epoch {number}</source>
        <translation>保留：第 {number} 個週期</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>準確率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
</context>
<context>
    <name>InputCard</name>
    <message>
        <source>Edit pixels</source>
        <translation>編輯像素</translation>
    </message>
    <message>
        <source>Crop…</source>
        <translation>裁切…</translation>
    </message>
    <message>
        <source>Resize…</source>
        <translation>調整大小…</translation>
    </message>
    <message>
        <source>Edit pixels ({keys})</source>
        <translation>編輯像素（{keys}）</translation>
    </message>
    <message>
        <source>Pixels of pictures of up to {most} × {most} can be edited: crop this one first</source>
        <translation>{most} × {most} 以內的圖片才能編輯像素：請先裁切</translation>
    </message>
</context>
<context>
    <name>InputChanges</name>
    <message>
        <source>Resizing {name}: {percent} %</source>
        <translation>正在調整 {name} 的大小：{percent} %</translation>
    </message>
</context>
<context>
    <name>InputColumn</name>
    <message>
        <source>what the network sees</source>
        <translation>網路看到的</translation>
    </message>
    <message>
        <source>what it sees</source>
        <translation>它看到的</translation>
    </message>
    <message>
        <source>From the Lab</source>
        <translation>取自實驗室</translation>
    </message>
    <message>
        <source>Read the picture that is open in the Lab, prepared as any photo</source>
        <translation>辨識實驗室中開啟的圖片，像其他照片一樣處理</translation>
    </message>
    <message>
        <source>No picture is open in the Lab</source>
        <translation>實驗室中沒有開啟的圖片</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>a range of its own</source>
        <translation>單獨的範圍</translation>
    </message>
    <message>
        <source>Kept: {kept}. Now: {now}.</source>
        <translation>保留：{kept}。目前：{now}。</translation>
    </message>
    <message>
        <source>{name} {size}</source>
        <translation>{name} {size}</translation>
    </message>
    <message>
        <source>divisor {number}</source>
        <translation>除數 {number}</translation>
    </message>
    <message>
        <source>slope {number}</source>
        <translation>斜率 {number}</translation>
    </message>
    <message>
        <source>bias {number}</source>
        <translation>偏置 {number}</translation>
    </message>
    <message>
        <source>values as in the file</source>
        <translation>值與檔案中相同</translation>
    </message>
    <message>
        <source>The kept settings do not fit this picture: {reason}.</source>
        <translation>保留的設定不適合這張圖片：{reason}。</translation>
    </message>
    <message>
        <source>Kept and now are the same: change the kernel or a setting to compare.</source>
        <translation>保留的與目前的相同：變更卷積核或設定即可比較。</translation>
    </message>
    <message>
        <source>values from 0 to 1</source>
        <translation>值從 0 到 1</translation>
    </message>
    <message>
        <source>The kept {size} kernel does not fit this picture of {shape}.</source>
        <translation>保留的 {size} 卷積核不適合這張 {shape} 的圖片。</translation>
    </message>
    <message>
        <source>The kept pooling window of {size} does not fit this picture of {shape}.</source>
        <translation>保留的 {size} 池化窗口不適合這張 {shape} 的圖片。</translation>
    </message>
    <message>
        <source>kept {kept}, now {now}, difference {difference}</source>
        <translation>保留 {kept}，目前 {now}，差 {difference}</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此處</translation>
    </message>
    <message>
        <source>Here, red</source>
        <translation>此處，紅</translation>
    </message>
    <message>
        <source>Here, green</source>
        <translation>此處，綠</translation>
    </message>
    <message>
        <source>Here, blue</source>
        <translation>此處，藍</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰階</translation>
    </message>
    <message>
        <source>all channels</source>
        <translation>全部通道</translation>
    </message>
    <message>
        <source>each channel</source>
        <translation>各通道分別</translation>
    </message>
    <message>
        <source>other weights</source>
        <translation>權重不同</translation>
    </message>
    <message>
        <source>the padding counted</source>
        <translation>計入填補</translation>
    </message>
    <message>
        <source>now {now}; the kept map has no value at this place</source>
        <translation>目前 {now}；保留的特徵圖在這個位置沒有值</translation>
    </message>
    <message>
        <source>kept {kept}; the present map has no value at this place</source>
        <translation>保留 {kept}；目前的特徵圖在這個位置沒有值</translation>
    </message>
    <message>
        <source>{stage}, kept</source>
        <translation>{stage}（保留）</translation>
    </message>
    <message>
        <source>Keep this result</source>
        <translation>保留這個結果</translation>
    </message>
    <message>
        <source>Kept result shown</source>
        <translation>保留結果的顯示方式</translation>
    </message>
    <message>
        <source>Kept settings</source>
        <translation>保留的設定</translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>不再保留</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>{stage}, picture of the values</source>
        <translation>{stage}，值的影像</translation>
    </message>
    <message>
        <source>{stage}, colour bar and histogram</source>
        <translation>{stage}，色彩條與直方圖</translation>
    </message>
    <message>
        <source>{stage}: {help}</source>
        <comment>what a button does, for screen readers</comment>
        <translation>{stage}：{help}</translation>
    </message>
</context>
<context>
    <name>KeptPane</name>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
</context>
<context>
    <name>KernelFacts</name>
    <message>
        <source>same for R, G, B</source>
        <translation>R、G、B 相同</translation>
    </message>
    <message>
        <source>unchanged by a half turn</source>
        <translation>旋轉半圈不變</translation>
    </message>
    <message>
        <source>Sum {sum}</source>
        <translation>總和 {sum}</translation>
    </message>
    <message>
        <source>Sum {sum} ÷ {divisor} = {result}</source>
        <translation>總和 {sum} ÷ {divisor} = {result}</translation>
    </message>
    <message>
        <source>rank {rank}, separable</source>
        <translation>秩 {rank}，可分離</translation>
    </message>
    <message>
        <source>rank {rank}</source>
        <translation>秩 {rank}</translation>
    </message>
    <message>
        <source>range ±{high}</source>
        <translation>範圍 ±{high}</translation>
    </message>
    <message>
        <source>range {low} to {high}</source>
        <translation>範圍 {low} 至 {high}</translation>
    </message>
</context>
<context>
    <name>KernelFiles</name>
    <message>
        <source>The kernel is in {name}.</source>
        <translation>卷積核已儲存到 {name}。</translation>
    </message>
</context>
<context>
    <name>KernelGrid</name>
    <message>
        <source>Kernel weight row {row}, column {column}: {value}</source>
        <translation>卷積核權重，第 {row} 列，第 {column} 行：{value}</translation>
    </message>
    <message>
        <source>Cell of a kernel with {rows} rows and {columns} columns</source>
        <translation>{rows} 列 {columns} 行卷積核的格子</translation>
    </message>
</context>
<context>
    <name>KernelHeader</name>
    <message>
        <source>Kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>紅</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍</translation>
    </message>
    <message>
        <source>Weights of its own for every channel</source>
        <translation>每個通道有自己的權重</translation>
    </message>
</context>
<context>
    <name>KernelPanel</name>
    <message>
        <source>Kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>No kernel in the clipboard: {reason}</source>
        <translation>剪貼簿中沒有卷積核：{reason}</translation>
    </message>
</context>
<context>
    <name>KernelTexts</name>
    <message>
        <source>Your own</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恆等</translation>
    </message>
    <message>
        <source>Leaves the picture as it is</source>
        <translation>影像保持原樣</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框模糊</translation>
    </message>
    <message>
        <source>The mean of nine neighbours</source>
        <translation>3×3 鄰域的平均值</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯模糊</translation>
    </message>
    <message>
        <source>Soft blur, weights 1 2 1</source>
        <translation>柔和模糊，權重 1 2 1</translation>
    </message>
    <message>
        <source>Gaussian, 5×5</source>
        <translation>高斯模糊 5×5</translation>
    </message>
    <message>
        <source>Softer blur, weights 1 4 6 4 1</source>
        <translation>更柔和的模糊，權重 1 4 6 4 1</translation>
    </message>
    <message>
        <source>Motion blur</source>
        <translation>動態模糊</translation>
    </message>
    <message>
        <source>Smeared sideways over nine pixels</source>
        <translation>橫向拖過九個像素</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>銳化</translation>
    </message>
    <message>
        <source>The pixel against its neighbours</source>
        <translation>像素與相鄰像素相比</translation>
    </message>
    <message>
        <source>Unsharp mask</source>
        <translation>USM 銳化</translation>
    </message>
    <message>
        <source>Twice the picture minus its blur</source>
        <translation>兩倍原圖減去模糊圖</translation>
    </message>
    <message>
        <source>Unsharp</source>
        <translation>USM 銳化</translation>
    </message>
    <message>
        <source>Edges, vertical</source>
        <translation>垂直邊緣</translation>
    </message>
    <message>
        <source>Left minus right: upright outlines</source>
        <translation>左減右：垂直的輪廓</translation>
    </message>
    <message>
        <source>Edges, vert.</source>
        <translation>垂直邊緣</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>垂直</translation>
    </message>
    <message>
        <source>Edges, horizontal</source>
        <translation>水平邊緣</translation>
    </message>
    <message>
        <source>Top minus bottom: level outlines</source>
        <translation>上減下：水平的輪廓</translation>
    </message>
    <message>
        <source>Edges, horiz.</source>
        <translation>水平邊緣</translation>
    </message>
    <message>
        <source>Horizontal</source>
        <translation>水平</translation>
    </message>
    <message>
        <source>Sobel, vertical</source>
        <translation>Sobel 垂直</translation>
    </message>
    <message>
        <source>The same, steadied by its neighbours</source>
        <translation>垂直輪廓，藉相鄰像素更穩定</translation>
    </message>
    <message>
        <source>Sobel, vert.</source>
        <translation>Sobel 垂直</translation>
    </message>
    <message>
        <source>Sobel</source>
        <translation>Sobel</translation>
    </message>
    <message>
        <source>Sobel, horizontal</source>
        <translation>Sobel 水平</translation>
    </message>
    <message>
        <source>Level outlines, steadied by neighbours</source>
        <translation>水平輪廓，藉相鄰像素更穩定</translation>
    </message>
    <message>
        <source>Sobel, horiz.</source>
        <translation>Sobel 水平</translation>
    </message>
    <message>
        <source>Sobel ↕</source>
        <translation>Sobel ↕</translation>
    </message>
    <message>
        <source>Prewitt, vertical</source>
        <translation>Prewitt 垂直</translation>
    </message>
    <message>
        <source>Upright outlines, all rows weigh alike</source>
        <translation>垂直輪廓，各列權重相同</translation>
    </message>
    <message>
        <source>Prewitt, vert.</source>
        <translation>Prewitt 垂直</translation>
    </message>
    <message>
        <source>Prewitt</source>
        <translation>Prewitt</translation>
    </message>
    <message>
        <source>Prewitt, horizontal</source>
        <translation>Prewitt 水平</translation>
    </message>
    <message>
        <source>Level outlines, all columns weigh alike</source>
        <translation>水平輪廓，各行權重相同</translation>
    </message>
    <message>
        <source>Prewitt, horiz.</source>
        <translation>Prewitt 水平</translation>
    </message>
    <message>
        <source>Prewitt ↕</source>
        <translation>Prewitt ↕</translation>
    </message>
    <message>
        <source>Scharr, vertical</source>
        <translation>Scharr 垂直</translation>
    </message>
    <message>
        <source>Upright outlines, truer on slanted ones</source>
        <translation>垂直輪廓，傾斜的輪廓也更準確</translation>
    </message>
    <message>
        <source>Scharr, vert.</source>
        <translation>Scharr 垂直</translation>
    </message>
    <message>
        <source>Scharr</source>
        <translation>Scharr</translation>
    </message>
    <message>
        <source>Scharr, horizontal</source>
        <translation>Scharr 水平</translation>
    </message>
    <message>
        <source>Level outlines, truer on slanted ones</source>
        <translation>水平輪廓，傾斜的輪廓也更準確</translation>
    </message>
    <message>
        <source>Scharr, horiz.</source>
        <translation>Scharr 水平</translation>
    </message>
    <message>
        <source>Scharr ↕</source>
        <translation>Scharr ↕</translation>
    </message>
    <message>
        <source>Laplacian</source>
        <translation>拉普拉斯</translation>
    </message>
    <message>
        <source>Outlines in every direction</source>
        <translation>各個方向的輪廓</translation>
    </message>
    <message>
        <source>Laplace</source>
        <translation>拉普拉斯</translation>
    </message>
    <message>
        <source>Laplacian, 8 sides</source>
        <translation>拉普拉斯，8 鄰域</translation>
    </message>
    <message>
        <source>Outlines, the corners counted too</source>
        <translation>輪廓，四角也計入</translation>
    </message>
    <message>
        <source>Laplacian 8</source>
        <translation>拉普拉斯 8</translation>
    </message>
    <message>
        <source>Laplace 8</source>
        <translation>拉普拉斯 8</translation>
    </message>
    <message>
        <source>Laplacian of Gaussian</source>
        <translation>高斯拉普拉斯</translation>
    </message>
    <message>
        <source>Blurred first: outlines without the noise</source>
        <translation>先模糊：輪廓不帶雜訊</translation>
    </message>
    <message>
        <source>LoG</source>
        <translation>LoG</translation>
    </message>
    <message>
        <source>Emboss</source>
        <translation>浮雕</translation>
    </message>
    <message>
        <source>Light from the upper left</source>
        <translation>光從左上方照來</translation>
    </message>
    <message>
        <source>Gabor</source>
        <translation>Gabor</translation>
    </message>
    <message>
        <source>Answers to slanted stripes of one width</source>
        <translation>對某一寬度的斜條紋有反應</translation>
    </message>
    <message>
        <source>Diagonal of the X</source>
        <translation>X 的對角線</translation>
    </message>
    <message>
        <source>Finds a stroke falling to the right</source>
        <translation>找出向右下的筆畫</translation>
    </message>
    <message>
        <source>Diagonal</source>
        <translation>對角線</translation>
    </message>
    <message>
        <source>Anti-diagonal of the X</source>
        <translation>X 的反對角線</translation>
    </message>
    <message>
        <source>Finds a stroke rising to the right</source>
        <translation>找出向右上的筆畫</translation>
    </message>
    <message>
        <source>Anti-diagonal</source>
        <translation>反對角線</translation>
    </message>
    <message>
        <source>Anti-diag.</source>
        <translation>反對角線</translation>
    </message>
    <message>
        <source>Small X</source>
        <translation>小 X</translation>
    </message>
    <message>
        <source>Finds the crossing in the middle of the X</source>
        <translation>找出 X 中間的交叉</translation>
    </message>
</context>
<context>
    <name>KernelTools</name>
    <message>
        <source>Kernel tools</source>
        <translation>卷積核工具</translation>
    </message>
    <message>
        <source>Open kernel…</source>
        <translation>開啟卷積核…</translation>
    </message>
    <message>
        <source>Save kernel…</source>
        <translation>儲存卷積核…</translation>
    </message>
    <message>
        <source>Turn by 90° clockwise</source>
        <translation>順時針旋轉 90°</translation>
    </message>
    <message>
        <source>Mirror: swap left and right</source>
        <translation>鏡像：左右對調</translation>
    </message>
    <message>
        <source>Flip: swap top and bottom</source>
        <translation>翻轉：上下對調</translation>
    </message>
    <message>
        <source>Transpose: rows become columns</source>
        <translation>轉置：列變成行</translation>
    </message>
    <message>
        <source>Negate every weight</source>
        <translation>所有權重變號</translation>
    </message>
    <message>
        <source>Normalise: divide by the sum, or by the number of weights where that is not positive</source>
        <translation>正規化：除以總和；總和不為正時除以權重個數</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>隨機權重</translation>
    </message>
    <message>
        <source>Copy the weights as text for a spreadsheet</source>
        <translation>將權重複製為試算表文字</translation>
    </message>
    <message>
        <source>Paste weights from a spreadsheet</source>
        <translation>貼上試算表中的權重</translation>
    </message>
    <message>
        <source>Open or save a kernel file</source>
        <translation>開啟或儲存卷積核檔案</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷積</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函數</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>absolute</source>
        <translation>絕對值</translation>
    </message>
    <message>
        <source>{shape}, pad {n}</source>
        <translation>{shape}，填補 {n}</translation>
    </message>
    <message>
        <source>max {size}</source>
        <translation>最大池化 {size}</translation>
    </message>
    <message>
        <source>average {size}</source>
        <translation>平均池化 {size}</translation>
    </message>
    <message>
        <source>Strongest response: {place}</source>
        <translation>最強回應：{place}</translation>
    </message>
    <message>
        <source>strongest response</source>
        <translation>最強回應</translation>
    </message>
    <message>
        <source>values ±{high}</source>
        <translation>值 ±{high}</translation>
    </message>
    <message>
        <source>values {low} to {high}</source>
        <translation>值 {low} 至 {high}</translation>
    </message>
    <message>
        <source>colour, {low}–{high}</source>
        <translation>彩色，{low}–{high}</translation>
    </message>
    <message>
        <source>grey, {low}–{high}</source>
        <translation>灰階，{low}–{high}</translation>
    </message>
    <message>
        <source>{shape}, {kind}</source>
        <translation>{shape}，{kind}</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: value {chain}</source>
        <translation>第 {row} 列，第 {column} 行：值 {chain}</translation>
    </message>
    <message>
        <source>Pinned: {place}</source>
        <translation>已釘選：{place}</translation>
    </message>
    <message>
        <source>{place} value {value}</source>
        <translation>{place} 值 {value}</translation>
    </message>
    <message>
        <source>Camera: {name}</source>
        <translation>攝影機：{name}</translation>
    </message>
    <message>
        <source>{stage} rows {top} to {bottom}, columns {left} to {right}</source>
        <translation>{stage}第 {top} 至 {bottom} 列，第 {left} 至 {right} 行</translation>
    </message>
    <message>
        <source>window: rows {top}–{bottom}, columns {left}–{right}</source>
        <translation>窗口：第 {top} 至 {bottom} 列，第 {left} 至 {right} 行</translation>
    </message>
    <message>
        <source>click to pin</source>
        <translation>按一下釘選</translation>
    </message>
    <message>
        <source>Video: {name}</source>
        <translation>影片：{name}</translation>
    </message>
    <message>
        <source>the last picture; nothing is recorded</source>
        <translation>最後一幅畫面；不錄製任何內容</translation>
    </message>
    <message>
        <source>frozen; nothing is recorded</source>
        <translation>已定格；不錄製任何內容</translation>
    </message>
    <message>
        <source>live; nothing is recorded</source>
        <translation>即時；不錄製任何內容</translation>
    </message>
    <message>
        <source>live, {rate} pictures/s; nothing is recorded</source>
        <translation>即時，每秒 {rate} 幅；不錄製任何內容</translation>
    </message>
    <message>
        <source>Keep this picture</source>
        <translation>保留這幅畫面</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>筆畫</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填滿</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁切</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>調整大小</translation>
    </message>
    <message>
        <source>Kernel {kernel} does not fit {image} + padding {padding}. Use padding {needed}, or a kernel up to {fits}.</source>
        <translation>{kernel} 的卷積核放不進 {image} + 填補 {padding}。請將填補設為 {needed}，或使用不超過 {fits} 的卷積核。</translation>
    </message>
    <message>
        <source>Kernel {kernel} reaches over {effective} with this dilation and does not fit {image} + padding {padding}. Use padding {needed}, or a kernel up to {fits}.</source>
        <translation>{kernel} 的卷積核在此擴張率下橫跨 {effective}，放不進 {image} + 填補 {padding}。請將填補設為 {needed}，或使用不超過 {fits} 的卷積核。</translation>
    </message>
    <message>
        <source>The pooling window {size} is larger than the map of {map} it reads. Use a smaller window.</source>
        <translation>{size} 的池化窗口大於它讀取的 {map} 特徵圖。請使用較小的窗口。</translation>
    </message>
    <message>
        <source>Cell {size} px</source>
        <translation>每格 {size} 像素</translation>
    </message>
    <message>
        <source>Zoom {percent} %</source>
        <translation>縮放 {percent} %</translation>
    </message>
    <message>
        <source>{rows} and {columns} are dropped</source>
        <translation>{rows}與{columns}被捨去</translation>
    </message>
    <message>
        <source>{rows} dropped</source>
        <translation>{rows}被捨去</translation>
    </message>
    <message>
        <source>{columns} dropped</source>
        <translation>{columns}被捨去</translation>
    </message>
    <message>
        <source>without padding the outer ring has no output</source>
        <translation>沒有填補時，最外一圈沒有輸出</translation>
    </message>
    <message>
        <source>row {first}</source>
        <translation>第 {first} 列</translation>
    </message>
    <message>
        <source>rows {first} to {last}</source>
        <translation>第 {first} 至 {last} 列</translation>
    </message>
    <message>
        <source>column {first}</source>
        <translation>第 {first} 行</translation>
    </message>
    <message>
        <source>columns {first} to {last}</source>
        <translation>第 {first} 至 {last} 行</translation>
    </message>
    <message>
        <source>comparing with SciPy…</source>
        <translation>正在與 SciPy 比較…</translation>
    </message>
    <message>
        <source>not compared with SciPy</source>
        <translation>未與 SciPy 比較</translation>
    </message>
    <message>
        <source>SciPy could not compute this convolution, so nothing is known of it: {reason}</source>
        <translation>SciPy 無法計算這個卷積，因此沒有比較結果：{reason}</translation>
    </message>
    <message>
        <source>Click to see what was compared and to copy the code that did it</source>
        <translation>按一下可查看比較了什麼，並複製執行比較的程式碼</translation>
    </message>
    <message>
        <source>differs from SciPy by {difference} at ({row}, {column})</source>
        <translation>與 SciPy 不一致，在 ({row}, {column}) 處相差 {difference}</translation>
    </message>
    <message>
        <source>equals SciPy exactly</source>
        <translation>與 SciPy 完全相等</translation>
    </message>
    <message>
        <source>equals SciPy to {difference}</source>
        <translation>與 SciPy 一致，誤差 {difference}</translation>
    </message>
    <message>
        <source>Nothing could be compared with SciPy</source>
        <translation>沒有可與 SciPy 比較的值</translation>
    </message>
    <message>
        <source>The convolution equals SciPy’s</source>
        <translation>卷積結果與 SciPy 一致</translation>
    </message>
    <message>
        <source>The convolution differs from SciPy’s</source>
        <translation>卷積結果與 SciPy 不一致</translation>
    </message>
    <message>
        <source>Compared: all values of the map, {count}.</source>
        <translation>已比較：特徵圖的全部值，共 {count} 個。</translation>
    </message>
    <message>
        <source>{list}, {item}</source>
        <translation>{list}、{item}</translation>
    </message>
    <message>
        <source>{count} of the map’s {total} values are compared: {parts}.</source>
        <translation>特徵圖的 {total} 個值中比較了 {count} 個：{parts}。</translation>
    </message>
    <message>
        <source>all four borders</source>
        <translation>四條邊緣</translation>
    </message>
    <message>
        <source>{count} patches of {size} cells placed at random</source>
        <translation>隨機位置的 {count} 個小塊，每塊 {size} 個格子</translation>
    </message>
    <message>
        <source>what the screen shows (rows {top} to {bottom}, columns {left} to {right})</source>
        <translation>螢幕上顯示的部分（第 {top} 至 {bottom} 列，第 {left} 至 {right} 行）</translation>
    </message>
    <message>
        <source>{count} bands of {rows} rows of what the screen shows (rows {top} to {bottom}, columns {left} to {right})</source>
        <translation>螢幕上顯示的部分（第 {top} 至 {bottom} 列，第 {left} 至 {right} 行）中的 {count} 條橫帶，每條 {rows} 列</translation>
    </message>
    <message>
        <source>SciPy’s function is {function}. It computes in 64-bit floating-point, from the input as the kernel sees it; the divisor and the bias follow.</source>
        <translation>SciPy 的函數是 {function}。它以 64 位元浮點數計算，輸入就是卷積核看到的輸入；之後再除以除數、加上偏置。</translation>
    </message>
    <message>
        <source>All numbers are whole and {type} holds their sums, so no difference is allowed.</source>
        <translation>所有的數都是整數，{type} 能精確表示它們的和，因此不允許任何差異。</translation>
    </message>
    <message>
        <source>Up to {tolerance} is allowed: every product and every sum is rounded to {type}, and for one value this can amount to ({taps} products + 2) {times} {eps} {times} {weights} (sum of the weights’ sizes) {times} {pixels} (largest size in the input), before the divisor.</source>
        <translation>允許的差異不超過 {tolerance}：每個乘積、每次求和都捨入為 {type}，對一個值來說，在除以除數之前累計可達（{taps} 個乘積 + 2）{times} {eps} {times} {weights}（權重絕對值之和）{times} {pixels}（輸入的最大絕對值）。</translation>
    </message>
    <message>
        <source>No value differs.</source>
        <translation>沒有任何值不同。</translation>
    </message>
    <message>
        <source>The largest difference is {difference}, {place}: {shown} here, {scipy} by SciPy.</source>
        <translation>最大差異是 {difference}，{place}：這裡是 {shown}，SciPy 是 {scipy}。</translation>
    </message>
    <message>
        <source>Values that differ by more: {wrong}. The largest difference is {difference}, {place}: {shown} here, {scipy} by SciPy.</source>
        <translation>差異超出允許範圍的值：{wrong} 個。最大差異是 {difference}，{place}：這裡是 {shown}，SciPy 是 {scipy}。</translation>
    </message>
    <message>
        <source>at row {row}, column {column}, channel {channel}</source>
        <translation>在第 {row} 列，第 {column} 行，通道 {channel}</translation>
    </message>
    <message>
        <source>at row {row}, column {column}</source>
        <translation>在第 {row} 列，第 {column} 行</translation>
    </message>
    <message>
        <source>Values left out, because their windows touch NaN or infinity: {count}.</source>
        <translation>因窗口碰到 NaN 或無限大而未比較的值：{count} 個。</translation>
    </message>
    <message>
        <source>Values left out, because their windows touch NaN or infinity, or {type} may not hold their sums: {count}.</source>
        <translation>因窗口碰到 NaN 或無限大，或 {type} 可能容不下其和而未比較的值：{count} 個。</translation>
    </message>
    <message>
        <source>The code that compares is on the clipboard, with all the numbers in it.</source>
        <translation>執行比較的程式碼已在剪貼簿中，所有的數都在其中。</translation>
    </message>
    <message>
        <source>The code that compares is on the clipboard. It reads two files: export Input and Convolution as NumPy arrays, named “{input}” and “{map}”.</source>
        <translation>執行比較的程式碼已在剪貼簿中。它讀取兩個檔案：請將「輸入」和「卷積」匯出為 NumPy 陣列，檔名為「{input}」和「{map}」。</translation>
    </message>
    <message>
        <source>around the pin</source>
        <translation>釘選位置周圍</translation>
    </message>
    <message>
        <source>around the pointer</source>
        <translation>游標周圍</translation>
    </message>
    <message>
        <source>its cell</source>
        <translation>對應的格子</translation>
    </message>
    <message>
        <source>pool window</source>
        <translation>池化窗口</translation>
    </message>
    <message>
        <source>values, log count</source>
        <translation>值的分布（對數）</translation>
    </message>
    <message>
        <source>same range</source>
        <translation>相同範圍</translation>
    </message>
    <message>
        <source>fixed range</source>
        <translation>固定範圍</translation>
    </message>
    <message>
        <source>all values ±</source>
        <translation>全部值 ±</translation>
    </message>
    <message>
        <source>auto ±</source>
        <translation>自動 ±</translation>
    </message>
    <message>
        <source>range of the picture</source>
        <translation>影像的範圍</translation>
    </message>
    <message>
        <source>Out of date.</source>
        <translation>不是最新結果。</translation>
    </message>
    <message>
        <source>Still the {size} kernel’s result.</source>
        <translation>仍是 {size} 卷積核的結果。</translation>
    </message>
    <message>
        <source>The fixed range, {low} to {high}, does not suit these values.</source>
        <translation>指定範圍 {low} 至 {high} 不適合這些值。</translation>
    </message>
    <message>
        <source>range of the values</source>
        <translation>值的範圍</translation>
    </message>
    <message>
        <source>1 % to 99 % of the values</source>
        <translation>值的 1 % 至 99 %</translation>
    </message>
    <message>
        <source>all possible values</source>
        <translation>所有可能的值</translation>
    </message>
    <message>
        <source>{shape} · red</source>
        <translation>{shape} · 紅</translation>
    </message>
    <message>
        <source>{shape} · green</source>
        <translation>{shape} · 綠</translation>
    </message>
    <message>
        <source>{shape} · blue</source>
        <translation>{shape} · 藍</translation>
    </message>
    <message>
        <source>Page of the file</source>
        <translation>檔案的頁</translation>
    </message>
</context>
<context>
    <name>LabBody</name>
    <message>
        <source>Grey</source>
        <translation>灰階</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部通道</translation>
    </message>
    <message>
        <source>Each channel</source>
        <translation>各通道分別</translation>
    </message>
    <message>
        <source>The kernel sees one grey map</source>
        <translation>卷積核只看到一張灰階圖</translation>
    </message>
    <message>
        <source>All channels into one map, as a CNN layer does</source>
        <translation>全部通道合成一張特徵圖，與 CNN 的層相同</translation>
    </message>
    <message>
        <source>Each channel on its own, as photo editors do</source>
        <translation>每個通道單獨計算，與影像編輯軟體相同</translation>
    </message>
    <message>
        <source>What a colour picture is to the kernel</source>
        <translation>卷積核如何看待彩色影像</translation>
    </message>
</context>
<context>
    <name>LabFigures</name>
    <message>
        <source>The whole chain</source>
        <translation>整條流程</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前後對比</translation>
    </message>
</context>
<context>
    <name>LabFiles</name>
    <message>
        <source>Open kernel</source>
        <translation>開啟卷積核</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>Kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
</context>
<context>
    <name>LabSelection</name>
    <message>
        <source>Pin</source>
        <translation>釘選</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消釘選</translation>
    </message>
</context>
<context>
    <name>LabShow</name>
    <message>
        <source>Channel shown</source>
        <translation>顯示的通道</translation>
    </message>
    <message>
        <source>Range of values</source>
        <translation>值的範圍</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>色彩範圍</translation>
    </message>
</context>
<context>
    <name>LibraryBox</name>
    <message>
        <source>Kernel library</source>
        <translation>卷積核庫</translation>
    </message>
</context>
<context>
    <name>LibraryPopup</name>
    <message>
        <source>Search kernels</source>
        <translation>搜尋卷積核</translation>
    </message>
    <message>
        <source>Kernel library</source>
        <translation>卷積核庫</translation>
    </message>
    <message>
        <source>No kernel is called that</source>
        <translation>沒有叫這個名稱的卷積核</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>(shown)</source>
        <translation>（目前顯示）</translation>
    </message>
</context>
<context>
    <name>LiveBar</name>
    <message>
        <source>Keep this picture</source>
        <translation>保留這幅畫面</translation>
    </message>
    <message>
        <source>Work on with this picture: it becomes the experiment’s own, and is saved with it</source>
        <translation>用這幅畫面繼續：它成為實驗的圖片，並隨實驗儲存</translation>
    </message>
    <message>
        <source>End the live picture and release the camera (Esc)</source>
        <translation>結束即時畫面並釋放攝影機（Esc）</translation>
    </message>
    <message>
        <source>Play over and over</source>
        <translation>循環播放</translation>
    </message>
    <message>
        <source>Where the video is</source>
        <translation>影片的播放位置</translation>
    </message>
    <message>
        <source>Pictures that go through all stages in a second. Nothing is recorded.</source>
        <translation>每秒經過所有階段的畫面數。不會錄製任何內容。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Freeze the picture (Space)</source>
        <translation>定格畫面（空白鍵）</translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>繼續（空白鍵）</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已定格</translation>
    </message>
    <message>
        <source>live</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>{rate} pictures/s</source>
        <translation>每秒 {rate} 幅</translation>
    </message>
</context>
<context>
    <name>Loader</name>
    <message>
        <source>There is not enough memory to open {name}; a smaller picture needs less.</source>
        <translation>記憶體不足，無法開啟 {name}；更小的影像需要的記憶體更少。</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>the answer: {name}</source>
        <translation>答案：{name}</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What speaks for</source>
        <translation>解釋哪個答案</translation>
    </message>
    <message>
        <source>Three answers to one question, none of them the whole truth.</source>
        <translation>同一個問題的三種回答，每一種都不是全部真相。</translation>
    </message>
    <message>
        <source>Layer that Grad-CAM looks at</source>
        <translation>Grad-CAM 查看的層</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮擋</translation>
    </message>
    <message>
        <source>Side of the patch in pixels</source>
        <translation>遮擋塊的邊長（像素）</translation>
    </message>
</context>
<context>
    <name>LowerPanels</name>
    <message>
        <source>Kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>為什麼是這個數？</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Lab</source>
        <translation>實驗室</translation>
    </message>
    <message>
        <source>{title}[*] – ConvViz</source>
        <translation>{title}[*] – ConvViz</translation>
    </message>
    <message>
        <source>No picture is open</source>
        <translation>沒有開啟的圖片</translation>
    </message>
    <message>
        <source>What was dropped is no picture and no file.</source>
        <translation>拖入的既不是圖片，也不是檔案。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>逐步</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>The language here is Chinese, but no font can write it: install fonts-noto-cjk (Debian, Ubuntu) or google-noto-sans-cjk-fonts (Fedora), then start ConvViz again.</source>
        <translation>這裡的語言是中文，但沒有能顯示中文的字型：請安裝 fonts-noto-cjk（Debian、Ubuntu）或 google-noto-sans-cjk-fonts（Fedora），然後重新啟動 ConvViz。</translation>
    </message>
</context>
<context>
    <name>MapWindow</name>
    <message>
        <source>Map</source>
        <translation>特徵圖</translation>
    </message>
</context>
<context>
    <name>MapsColumn</name>
    <message>
        <source>Show the maps of {layer}</source>
        <translation>顯示 {layer} 的特徵圖</translation>
    </message>
    <message>
        <source>Fold the maps of {layer} away</source>
        <translation>收起 {layer} 的特徵圖</translation>
    </message>
</context>
<context>
    <name>MapsView</name>
    <message>
        <source>Neuron {number}: {value}</source>
        <translation>神經元 {number}：{value}</translation>
    </message>
    <message>
        <source>Map {number}: zero everywhere</source>
        <translation>特徵圖 {number}：全為零</translation>
    </message>
    <message>
        <source>Map {number}, ({row}, {column}): {value}
Click to see why, double-click to enlarge</source>
        <translation>特徵圖 {number}，({row}, {column})：{value}
按一下查看原因，按兩下放大</translation>
    </message>
    <message>
        <source>Map {number}. {cell}</source>
        <translation>特徵圖 {number}。{cell}</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>entries</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>not zero</source>
        <translation>非零</translation>
    </message>
    <message>
        <source>distinct weights</source>
        <translation>不同的權重</translation>
    </message>
    <message>
        <source>row lit</source>
        <translation>標示的列</translation>
    </message>
    <message>
        <source>The convolution as a matrix</source>
        <translation>寫成矩陣的卷積</translation>
    </message>
    <message>
        <source>output = W · input</source>
        <translation>輸出 = W · 輸入</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的檔案</translation>
    </message>
    <message>
        <source>New from a sample</source>
        <translation>從範例開始</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>依系統設定</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
</context>
<context>
    <name>MessageBand</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>關閉這則訊息</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Sample of a {digit}</source>
        <translation>數字 {digit} 的範例</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手繪</translation>
    </message>
    <message>
        <source>a photo, read as a digit</source>
        <translation>照片，當作數字辨識</translation>
    </message>
    <message>
        <source>a sample, handwritten</source>
        <translation>手寫範例</translation>
    </message>
    <message>
        <source>drawing, live</source>
        <translation>手繪，即時</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰階</translation>
    </message>
    <message>
        <source>evened out</source>
        <translation>去陰影</translation>
    </message>
    <message>
        <source>lines off</source>
        <translation>去線條</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>墨跡</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>裁切</translation>
    </message>
    <message>
        <source>fitted</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>置中</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>resized</source>
        <translation>調整大小</translation>
    </message>
    <message>
        <source>The strokes, white on black as MNIST has them.</source>
        <translation>筆畫，與 MNIST 一樣是黑底白字。</translation>
    </message>
    <message>
        <source>Click: the writing is dark or bright.</source>
        <translation>按一下可選擇字跡是深色還是淺色。</translation>
    </message>
    <message>
        <source>Click: keep the lines.</source>
        <translation>按一下可保留線條。</translation>
    </message>
    <message>
        <source>Click: how dark ink must be.</source>
        <translation>按一下可設定多深才算墨跡。</translation>
    </message>
    <message>
        <source>Click: mark the digit on the photo.</source>
        <translation>按一下可在照片上框出數字。</translation>
    </message>
    <message>
        <source>Colours become grey.</source>
        <translation>彩色變成灰階。</translation>
    </message>
    <message>
        <source>Shadows are evened out; ink becomes bright on black.</source>
        <translation>消除陰影；墨跡變為黑底上的亮色。</translation>
    </message>
    <message>
        <source>The lines of squared or ruled paper are taken off.</source>
        <translation>去除方格紙或橫線紙上的線條。</translation>
    </message>
    <message>
        <source>Ink and paper are told apart.</source>
        <translation>將墨跡與紙分開。</translation>
    </message>
    <message>
        <source>Everything around the digit is cut off.</source>
        <translation>裁掉數字周圍的部分。</translation>
    </message>
    <message>
        <source>Scaled into 20 × 20 pixels, keeping its shape.</source>
        <translation>維持比例，縮放到 20 × 20 像素。</translation>
    </message>
    <message>
        <source>Moved so that its centre of mass lies in the middle of 28 × 28 pixels.</source>
        <translation>移動數字，使其質心位於 28 × 28 像素的中央。</translation>
    </message>
    <message>
        <source>Moved as the sliders of “Shift” say.</source>
        <translation>依「平移」中滑桿的設定移動。</translation>
    </message>
    <message>
        <source>Scaled to as many pixels as the network was trained with.</source>
        <translation>縮放到與網路訓練時相同的像素數。</translation>
    </message>
    <message>
        <source>MNIST could not be kept on this computer: {reason}.</source>
        <translation>無法在這台電腦上儲存 MNIST：{reason}。</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>卷積</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全連接</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>正規化</translation>
    </message>
    <message>
        <source>Global pool</source>
        <translation>全域池化</translation>
    </message>
    <message>
        <source>Transposed conv</source>
        <translation>轉置卷積</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>相減</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>相除</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>取最大</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>取最小</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>串接</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>max {size}</source>
        <translation>最大池化 {size}</translation>
    </message>
    <message>
        <source>mean {size}</source>
        <translation>平均池化 {size}</translation>
    </message>
    <message>
        <source>no parameters</source>
        <translation>無參數</translation>
    </message>
    <message>
        <source>{sum} parameters</source>
        <translation>{sum} 個參數</translation>
    </message>
    <message>
        <source>sees {size} pixels</source>
        <translation>感受野 {size} 像素</translation>
    </message>
    <message>
        <source>sees {size}</source>
        <translation>感受野 {size}</translation>
    </message>
    <message>
        <source>{start}, {low} to {high}</source>
        <translation>{start}，{low} 至 {high}</translation>
    </message>
    <message>
        <source>values {low} to {high}</source>
        <translation>值 {low} 至 {high}</translation>
    </message>
    <message>
        <source>{layer}, {kind}</source>
        <translation>{layer}，{kind}</translation>
    </message>
    <message>
        <source>prepared as MNIST’s own digits were</source>
        <translation>與 MNIST 自己的數字同樣處理</translation>
    </message>
    <message>
        <source>prepared like MNIST’s digits</source>
        <translation>依 MNIST 處理</translation>
    </message>
    <message>
        <source>{parameters} parameters</source>
        <translation>{parameters} 個參數</translation>
    </message>
    <message>
        <source>{count} multiply-adds</source>
        <translation>{count} 次乘加</translation>
    </message>
    <message>
        <source>changed: how many it reads is not known</source>
        <translation>變更後：辨識正確多少不得而知</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已變更</translation>
    </message>
    <message>
        <source>changed: test digits being read …</source>
        <translation>變更後：正在辨識測試數字…</translation>
    </message>
    <message>
        <source>changed …</source>
        <translation>已變更…</translation>
    </message>
    <message>
        <source>changed: {percent} % of 10,000 test digits read correctly</source>
        <translation>變更後：10,000 個測試數字中 {percent} % 辨識正確</translation>
    </message>
    <message>
        <source>changed: {percent} % read correctly</source>
        <translation>變更後：{percent} % 辨識正確</translation>
    </message>
    <message>
        <source>{percent} % read correctly</source>
        <translation>{percent} % 辨識正確</translation>
    </message>
    <message>
        <source>{percent} % of 10,000 test digits read correctly</source>
        <translation>10,000 個測試數字中 {percent} % 辨識正確</translation>
    </message>
    <message>
        <source>nothing is drawn, so nothing is read</source>
        <translation>還沒有畫，所以沒有辨識結果</translation>
    </message>
    <message>
        <source>no writing is found on it, so nothing is read</source>
        <translation>沒有找到字跡，所以沒有辨識結果</translation>
    </message>
    <message>
        <source>more than {percent}</source>
        <translation>超過 {percent}</translation>
    </message>
    <message>
        <source>read as {name}, {percent}</source>
        <translation>辨識為 {name}，{percent}</translation>
    </message>
    <message>
        <source>all layers {time} ms</source>
        <translation>所有層 {time} ms</translation>
    </message>
    <message>
        <source>softmax of {name}</source>
        <translation>{name} 的 softmax</translation>
    </message>
    <message>
        <source>sum of exp</source>
        <translation>exp 之和</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>partial sum</source>
        <translation>部分和</translation>
    </message>
    <message>
        <source>{layer}, map {number}</source>
        <translation>{layer}，特徵圖 {number}</translation>
    </message>
    <message>
        <source>Pixel ({row}, {column})</source>
        <translation>像素 ({row}, {column})</translation>
    </message>
    <message>
        <source>{layer}, map {number} ({row}, {column})</source>
        <translation>{layer}，特徵圖 {number} ({row}, {column})</translation>
    </message>
    <message>
        <source>{name}: {percent}</source>
        <translation>{name}：{percent}</translation>
    </message>
    <message>
        <source>Digit {name}: {percent}</source>
        <translation>數字 {name}：{percent}</translation>
    </message>
    <message>
        <source>Logit {value}</source>
        <translation>logit {value}</translation>
    </message>
    <message>
        <source>No writing is found on this photo, so there is nothing to explain. A click on one of the small pictures under it decides a step of the preparation, for example what is ink.</source>
        <translation>這張照片上沒有找到字跡，所以沒有可解釋的內容。按一下照片下方的小圖，可以調整對應的前處理步驟，例如多深才算墨跡。</translation>
    </message>
    <message>
        <source>Nothing is drawn, so there is nothing to explain. Draw a digit, or take the next sample; then click any value to see what it was computed from, down to the pixels.</source>
        <translation>還沒有畫，所以沒有可解釋的內容。畫一個數字，或取下一個範例；然後按一下任一值，看它是怎麼算出來的，一直追到像素。</translation>
    </message>
    <message>
        <source>Softmax: exp of each logit over the sum of all ten. Click a digit to see its logit.</source>
        <translation>Softmax：每個 logit 的 exp 除以十個 exp 的總和。按一下數字查看它的 logit。</translation>
    </message>
    <message>
        <source>Softmax: each exp over their sum, {total}. Click a digit to see its logit.</source>
        <translation>Softmax：每個 exp 除以它們的總和 {total}。按一下數字查看它的 logit。</translation>
    </message>
    <message>
        <source>sum of products</source>
        <translation>乘積之和</translation>
    </message>
    <message>
        <source>sum of channels</source>
        <translation>通道之和</translation>
    </message>
    <message>
        <source>{count} products, added up</source>
        <translation>{count} 個乘積相加</translation>
    </message>
    <message>
        <source>{count} partial sums, largest first, added up</source>
        <translation>{count} 個部分和，由大到小相加</translation>
    </message>
    <message>
        <source>{count} partial sums, by channel, added up</source>
        <translation>{count} 個部分和，依通道相加</translation>
    </message>
    <message>
        <source>{count} products, largest first, added up</source>
        <translation>{count} 個乘積，由大到小相加</translation>
    </message>
    <message>
        <source>{count} products in their order, added up</source>
        <translation>{count} 個乘積，依原來的順序相加</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>無激活函數</translation>
    </message>
    <message>
        <source>ReLU keeps it</source>
        <translation>ReLU：值不變</translation>
    </message>
    <message>
        <source>ReLU makes it 0</source>
        <translation>ReLU 將它變成 0</translation>
    </message>
    <message>
        <source>equals the network’s own value, difference {difference}</source>
        <translation>與網路自己的值一致，僅差 {difference}</translation>
    </message>
    <message>
        <source>the network’s own value, to {difference}</source>
        <translation>與網路自己的值一致（誤差 {difference}）</translation>
    </message>
    <message>
        <source>Point at a value to see its pixel; click it to look closer.</source>
        <translation>指向一個值，查看它的像素；按一下可細看。</translation>
    </message>
    <message>
        <source>Point at a value to see what it sees; click it to go one layer down, to {layer}.</source>
        <translation>指向一個值，查看它看到的範圍；按一下進入下一層：{layer}。</translation>
    </message>
    <message>
        <source>All {count} products: the wheel walks through them. Click one to go one layer down.</source>
        <translation>全部 {count} 個乘積：用滾輪瀏覽。按一下其中一個進入下一層。</translation>
    </message>
    <message>
        <source>Click a value to go one layer down, to {layer}.</source>
        <translation>按一下某個值進入下一層：{layer}。</translation>
    </message>
    <message>
        <source>The mean of {count} values: {total} / {count} = {value}.</source>
        <translation>{count} 個值的平均值：{total} / {count} = {value}。</translation>
    </message>
    <message>
        <source>The largest of {count} values wins: {value}, at row {row}, column {column} of {map}. The other {others} are dropped: the next layer never hears of them.</source>
        <translation>{count} 個值中最大的勝出：{value}，在 {map} 的第 {row} 列，第 {column} 行。其餘 {others} 個被捨去，下一層看不到它們。</translation>
    </message>
    <message>
        <source>Pixels of the prepared digit</source>
        <translation>前處理後的數字的像素</translation>
    </message>
    <message>
        <source>Here the way down ends: this is the pixel at row {row}, column {column} of the prepared digit, 0 black to 1 white. It is {value}.</source>
        <translation>到這裡就是底層了：這是前處理後的數字第 {row} 列，第 {column} 行的像素，0 為黑，1 為白。它的值是 {value}。</translation>
    </message>
    <message>
        <source>It stands for rows {top} to {bottom}, columns {left} to {right} of what lies on the paper.</source>
        <translation>它對應紙上內容的第 {top} 至 {bottom} 列，第 {left} 至 {right} 行。</translation>
    </message>
    <message>
        <source>{here} is {there}: the same number, {value}, in another place.</source>
        <translation>{here} 就是 {there}：同一個數 {value}，只是換了位置。</translation>
    </message>
    <message>
        <source>A zero that the padding put here.</source>
        <translation>這裡的零來自填補。</translation>
    </message>
    <message>
        <source>{function} of {before} = {value}.</source>
        <translation>{function}({before}) = {value}。</translation>
    </message>
    <message>
        <source>Only Keras computes this layer ({name}); ConvViz shows what comes out of it.</source>
        <translation>只有 Keras 能計算這一層（{name}）；ConvViz 顯示它的輸出。</translation>
    </message>
    <message>
        <source>{place}: value {value}</source>
        <translation>{place}：值 {value}</translation>
    </message>
    <message>
        <source>sees input rows {top} to {bottom}, columns {left} to {right}</source>
        <translation>感受野：輸入第 {top} 至 {bottom} 列，第 {left} 至 {right} 行</translation>
    </message>
    <message>
        <source>{layer}, filter {number}</source>
        <translation>{layer}，濾波器 {number}</translation>
    </message>
    <message>
        <source>{filter}, for {map}</source>
        <translation>{filter}，用於 {map}</translation>
    </message>
    <message>
        <source>{layer}, neuron {number}: {count} weights and a bias</source>
        <translation>{layer}，神經元 {number}：{count} 個權重和一個偏置</translation>
    </message>
    <message>
        <source>{layer}, filter {number}: {count} weights and a bias</source>
        <translation>{layer}，濾波器 {number}：{count} 個權重和一個偏置</translation>
    </message>
    <message>
        <source>The maps of {layer}, each counted by how much the logit of {name} rises with it, added up: strong where they speak for {name}.</source>
        <translation>{layer} 的各張特徵圖，依 {name} 的 logit 隨之上升的程度加權相加：值越強，越支持 {name}。</translation>
    </message>
    <message>
        <source>Nothing in {layer} speaks for {name}.</source>
        <translation>{layer} 中沒有支持 {name} 的內容。</translation>
    </message>
    <message>
        <source>Grad-CAM adds up maps, and this network has no convolution layer that makes some.</source>
        <translation>Grad-CAM 將特徵圖相加，而這個網路沒有產生特徵圖的卷積層。</translation>
    </message>
    <message>
        <source>How fast the logit of {name} changes with each pixel, up or down: the size of its derivative.</source>
        <translation>{name} 的 logit 隨每個像素變化得多快，不論增減：即導數的大小。</translation>
    </message>
    <message>
        <source>What covering a place with {size} black pixels costs: the probability of {name} less that with the patch.</source>
        <translation>以 {size} 的黑塊遮住一處的代價：{name} 的機率減去遮住後的機率。</translation>
    </message>
    <message>
        <source>Laying {size} black pixels over every place and reading the digit again.</source>
        <translation>以 {size} 的黑塊依序遮住每一處，並重新辨識數字。</translation>
    </message>
    <message>
        <source>Covering every place of this picture takes this network about {minutes} minutes.</source>
        <translation>遮住這張圖片的每一處，這個網路大約需要 {minutes} 分鐘。</translation>
    </message>
    <message>
        <source>No patch of this size makes the probability of {name} smaller by a thousandth.</source>
        <translation>這樣大小的遮擋塊，沒有一處能使 {name} 的機率降低千分之一。</translation>
    </message>
    <message>
        <source>Nothing is drawn, so there is nothing to look at.</source>
        <translation>還沒有畫，所以沒有可看的內容。</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Where it looks</source>
        <translation>它看哪裡</translation>
    </message>
    <message>
        <source>Which pixels speak for a class: Grad-CAM, gradient, occlusion</source>
        <translation>哪些像素支持一個類別：Grad-CAM、梯度、遮擋</translation>
    </message>
    <message>
        <source>What it misreads</source>
        <translation>哪些辨識錯了</translation>
    </message>
    <message>
        <source>Which digits are taken for others, and the digits themselves</source>
        <translation>哪些數字被認成別的數字，以及這些數字本身</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Accuracy and loss of every epoch, and which was kept</source>
        <translation>每個週期的準確率與損失，以及保留的是哪一個週期</translation>
    </message>
    <message>
        <source>equals TensorFlow to {difference}</source>
        <translation>與 TensorFlow 一致，誤差 {difference}</translation>
    </message>
    <message>
        <source>TensorFlow has computed every value of every layer again. The largest difference is {difference}.</source>
        <translation>TensorFlow 重新計算了每一層的每個值。最大差異是 {difference}。</translation>
    </message>
    <message>
        <source>not compared with TensorFlow</source>
        <translation>未與 TensorFlow 比較</translation>
    </message>
    <message>
        <source>{network}, changed</source>
        <translation>{network}，已變更</translation>
    </message>
    <message>
        <source>Draw a digit or open a photo first.</source>
        <translation>請先畫一個數字或開啟照片。</translation>
    </message>
    <message>
        <source>Move the digit: the maps of a convolution move along (it is shift-equivariant), pooled maps partly; the dense end cares where things are.</source>
        <translation>移動數字：卷積的特徵圖隨之移動（平移等變），池化後的只部分移動；末端的全連接層則對位置敏感。</translation>
    </message>
    <message>
        <source>The maps have moved along with the digit. What helps the dense end behind them is training that saw shifted digits, more than the architecture.</source>
        <translation>特徵圖已隨數字移動。對後面的全連接層來說，訓練時看過移動的數字比網路架構更有幫助。</translation>
    </message>
    <message>
        <source>Choose MNIST’s file</source>
        <translation>選擇 MNIST 檔案</translation>
    </message>
    <message>
        <source>MNIST as Keras has it ({patterns})</source>
        <translation>Keras 的 MNIST ({patterns})</translation>
    </message>
    <message>
        <source>Nobody has examined this network yet.</source>
        <translation>還沒有測試過這個網路。</translation>
    </message>
    <message>
        <source>{count} of {digits} test digits misread, {percent} % correct</source>
        <translation>{digits} 個測試數字中 {count} 個辨識錯誤，準確率 {percent} %</translation>
    </message>
    <message>
        <source>{count} of {digits} misread</source>
        <translation>{digits} 個中 {count} 個辨識錯誤</translation>
    </message>
    <message>
        <source>All {count} test digits.</source>
        <translation>全部 {count} 個測試數字。</translation>
    </message>
    <message>
        <source>All {count} test digits that are a {true}.</source>
        <translation>全部 {count} 個標籤為 {true} 的測試數字。</translation>
    </message>
    <message>
        <source>All {count} misread ones. Click a count for one kind.</source>
        <translation>全部 {count} 個辨識錯誤的數字。按一下某個數目，只看那一類。</translation>
    </message>
    <message>
        <source>{count} digits that are a {true} and were misread.</source>
        <translation>標籤為 {true} 的數字：{count} 個辨識錯誤。</translation>
    </message>
    <message>
        <source>{count} digits wrongly read as {answer}.</source>
        <translation>{count} 個數字被誤辨識為 {answer}。</translation>
    </message>
    <message>
        <source>{count} digits that are a {true} and were read as such.</source>
        <translation>標籤為 {true} 的數字：{count} 個辨識正確。</translation>
    </message>
    <message>
        <source>{count} digits that are a {true} and were read as {answer}.</source>
        <translation>標籤為 {true} 的數字：{count} 個被辨識為 {answer}。</translation>
    </message>
    <message>
        <source>{count} digits</source>
        <translation>{count} 個數字</translation>
    </message>
    <message>
        <source>The digits themselves are not part of ConvViz: download MNIST or choose its file (mnist.npz).</source>
        <translation>ConvViz 不包含這些數字：請下載 MNIST，或選擇它的檔案（mnist.npz）。</translation>
    </message>
    <message>
        <source>With MNIST’s digits, downloaded or from a file (mnist.npz), it can be examined here.</source>
        <translation>有了 MNIST 的數字（下載，或來自檔案 mnist.npz），就可以在這裡測試它。</translation>
    </message>
    <message>
        <source>This network does not tell ten digits apart, so MNIST cannot examine it.</source>
        <translation>這個網路不是用來區分十個數字的，所以不能用 MNIST 測試。</translation>
    </message>
    <message>
        <source>Changed, and not examined since.</source>
        <translation>已變更，變更後還沒有測試過。</translation>
    </message>
    <message>
        <source>Changed: {count} of {digits} test digits misread, {percent} % correct</source>
        <translation>變更後：{digits} 個測試數字中 {count} 個辨識錯誤，準確率 {percent} %</translation>
    </message>
    <message>
        <source>Changed: {count} of {digits} misread</source>
        <translation>變更後：{digits} 個中 {count} 個辨識錯誤</translation>
    </message>
    <message>
        <source>Let it read all test digits to see what it misreads.</source>
        <translation>讓它辨識所有測試數字，看看哪些會辨識錯。</translation>
    </message>
    <message>
        <source>Test digit {number}, a {label}</source>
        <translation>測試數字 {number}，是 {label}</translation>
    </message>
    <message>
        <source>{title} (tutorial)</source>
        <translation>{title}（教學）</translation>
    </message>
    <message>
        <source>The Lab&apos;s kernel is {rows} × {columns}; this filter takes {wanted_rows} × {wanted_columns}.</source>
        <translation>實驗室的卷積核是 {rows} × {columns}；這個濾波器需要 {wanted_rows} × {wanted_columns}。</translation>
    </message>
    <message>
        <source>Filter from the network</source>
        <translation>來自網路的濾波器</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is.</source>
        <translation>記憶體不足，無法開啟 {name}。</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({reason}).</source>
        <translation>無法開啟 {name}（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is refused: it holds program code (a {layer} layer), which is never run.</source>
        <translation>拒絕開啟 {name}：它含有程式碼（{layer} 層），這裡從不執行這類程式碼。</translation>
    </message>
    <message>
        <source>{name} is refused: it names {layer}, which is none of Keras’ own parts.</source>
        <translation>拒絕開啟 {name}：它引用了 {layer}，這不是 Keras 內建的部分。</translation>
    </message>
    <message>
        <source>{name} is refused: its weights point to another file ({reason}).</source>
        <translation>拒絕開啟 {name}：它的權重指向另一個檔案（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is not an archive as Keras writes it ({reason}).</source>
        <translation>{name} 不是 Keras 寫出的壓縮檔（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is too large to be opened ({reason}).</source>
        <translation>{name} 太大，無法開啟（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has a layer {layer}, which ConvViz does not know.</source>
        <translation>{name} 有一個 ConvViz 不認識的層：{layer}。</translation>
    </message>
    <message>
        <source>{name} has an activation function {function}, which ConvViz does not know.</source>
        <translation>{name} 有一個 ConvViz 不認識的激活函數：{function}。</translation>
    </message>
    <message>
        <source>{name} is no network: networks are opened from .keras and .h5 files.</source>
        <translation>{name} 不是網路：網路從 .keras 與 .h5 檔案開啟。</translation>
    </message>
    <message>
        <source>{name} is a folder; save the network as one .keras file instead.</source>
        <translation>{name} 是資料夾；請將網路儲存為一個 .keras 檔案。</translation>
    </message>
    <message>
        <source>{name} is not what its ending says ({reason}).</source>
        <translation>{name} 與它的副檔名不符（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is damaged or was cut off.</source>
        <translation>{name} 已損壞或不完整。</translation>
    </message>
    <message>
        <source>{name} holds weights only, without a description of the layers they belong to.</source>
        <translation>{name} 只有權重，沒有說明它們屬於哪些層。</translation>
    </message>
    <message>
        <source>Weights are missing in {name} ({reason}).</source>
        <translation>{name} 缺少權重（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has weights that are no numbers ({reason}).</source>
        <translation>{name} 中有不是數值的權重（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is quantized: its weights are whole numbers. Open the one from before that.</source>
        <translation>{name} 經過量化：它的權重是整數。請開啟量化之前的網路。</translation>
    </message>
    <message>
        <source>{count} weights in {name} are not numbers (NaN or infinite): its training failed.</source>
        <translation>{name} 中有 {count} 個權重不是數值（NaN 或無限大）：它的訓練失敗了。</translation>
    </message>
    <message>
        <source>{name} does not describe a network as Keras does; its format may be older or newer ({reason}).</source>
        <translation>{name} 描述網路的方式與 Keras 不同；格式可能較舊或較新（{reason}）。</translation>
    </message>
    <message>
        <source>{name} was written by Keras {version}, a newer one than is known here.</source>
        <translation>{name} 由 Keras {version} 寫出，比這裡支援的版本新。</translation>
    </message>
    <message>
        <source>The layers of {name} do not fit together ({reason}).</source>
        <translation>{name} 的各層不相符（{reason}）。</translation>
    </message>
    <message>
        <source>{name} does not read pictures ({reason}).</source>
        <translation>{name} 的輸入不是圖片（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has {count} inputs, and ConvViz has one picture to give.</source>
        <translation>{name} 有 {count} 個輸入，而 ConvViz 只能提供一張圖片。</translation>
    </message>
    <message>
        <source>{name} does not answer with one number a class ({reason}).</source>
        <translation>{name} 沒有為每個類別給出一個數（{reason}）。</translation>
    </message>
    <message>
        <source>{name} uses a layer several times, which ConvViz does not show ({reason}).</source>
        <translation>{name} 多次使用同一層，ConvViz 無法顯示（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has a network as one of its layers that cannot be taken apart ({reason}).</source>
        <translation>{name} 有一層本身是網路，而且無法拆開（{reason}）。</translation>
    </message>
    <message>
        <source>TensorFlow cannot open or compute {name}. It says “{said}”.</source>
        <translation>TensorFlow 無法開啟或計算 {name}。它回報「{said}」。</translation>
    </message>
    <message>
        <source>{name} puts channels first; networks of rows, columns, channels are shown ({reason}).</source>
        <translation>{name} 將通道放在最前；ConvViz 顯示依列、行、通道排列的網路（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has a layer {layer}, which only TensorFlow computes, and that is not at hand.</source>
        <translation>{name} 有一層 {layer} 只有 TensorFlow 能計算，而 TensorFlow 無法使用。</translation>
    </message>
    <message>
        <source>{name} has a layer that only TensorFlow computes, and TensorFlow does not run here.</source>
        <translation>{name} 有一層只有 TensorFlow 能計算，而 TensorFlow 在這裡無法執行。</translation>
    </message>
    <message>
        <source>TensorFlow had no answer about {name} within {seconds} seconds.</source>
        <translation>TensorFlow 在 {seconds} 秒內沒有對 {name} 作出回應。</translation>
    </message>
    <message>
        <source>TensorFlow’s process ended while it had {name} open; it will be started again.</source>
        <translation>開啟 {name} 時 TensorFlow 行程結束了；它會重新啟動。</translation>
    </message>
    <message>
        <source>{name} needs more memory than TensorFlow’s process is given.</source>
        <translation>{name} 需要的記憶體超過 TensorFlow 行程可用的記憶體。</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>開啟網路</translation>
    </message>
    <message>
        <source>Keras networks ({patterns})</source>
        <translation>Keras 網路 ({patterns})</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>類別名稱</translation>
    </message>
    <message>
        <source>One name a line, in the order of the answers:</source>
        <translation>每行一個名稱，依答案的順序：</translation>
    </message>
    <message>
        <source>Digits are resized from {from_size} to {size}.</source>
        <translation>數字從 {from_size} 縮放到 {size}。</translation>
    </message>
    <message>
        <source>The picture is resized from {from_size} to {size}.</source>
        <translation>圖片從 {from_size} 縮放到 {size}。</translation>
    </message>
    <message>
        <source>Its colours become grey.</source>
        <translation>彩色轉換為灰階。</translation>
    </message>
    <message>
        <source>colour as grey</source>
        <translation>彩色轉灰階</translation>
    </message>
    <message>
        <source>Grey is given as equal red, green and blue.</source>
        <translation>灰階圖的紅、綠、藍取相同的值。</translation>
    </message>
    <message>
        <source>grey as colour</source>
        <translation>灰階轉彩色</translation>
    </message>
    <message>
        <source>TensorFlow computes {layers}: its values are shown, not taken apart.</source>
        <translation>{layers} 由 TensorFlow 計算：只顯示它的值，不能拆開細看。</translation>
    </message>
    <message>
        <source>TensorFlow at work</source>
        <translation>TensorFlow 計算中</translation>
    </message>
    <message>
        <source>At {scale} its answers are near chance; at {other} it is sure, and reads {more} of {count} samples.</source>
        <translation>用 {scale} 時它的答案接近隨機猜測；用 {other} 時它很確定，{count} 個範例中辨識對 {more} 個。</translation>
    </message>
    <message>
        <source>At {scale} it reads {right} of {count} handwritten samples, at {other} it reads {more}.</source>
        <translation>用 {scale} 時，{count} 個手寫範例中辨識對 {right} 個；用 {other} 時辨識對 {more} 個。</translation>
    </message>
    <message>
        <source>It reads {right} of {count} handwritten samples, at any scale hardly more.</source>
        <translation>{count} 個手寫範例中辨識對 {right} 個，換用其他範圍也幾乎不會更多。</translation>
    </message>
    <message>
        <source>Its answers are no better than chance: perhaps it was trained at another scale.</source>
        <translation>它的答案和隨機猜測差不多：也許訓練時用的是另一種範圍。</translation>
    </message>
    <message>
        <source>It is completely sure of everything: perhaps it was trained at another scale.</source>
        <translation>它對一切都十分確定：也許訓練時用的是另一種範圍。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在開啟 {name}…</translation>
    </message>
    <message>
        <source>{given} names were given, and the network has {wanted} answers.</source>
        <translation>給了 {given} 個名稱，而網路有 {wanted} 個答案。</translation>
    </message>
    <message>
        <source>How this network was trained is not known: its file does not tell.</source>
        <translation>不知道這個網路是怎麼訓練的：檔案裡沒有說明。</translation>
    </message>
    <message>
        <source>Epoch {kept} of {count} was kept: {held_out} digits held out from training chose it; the test digits chose nothing.</source>
        <translation>共 {count} 個週期，保留了第 {kept} 個：由不參與訓練的 {held_out} 個數字選出；測試數字沒有參與選擇。</translation>
    </message>
    <message>
        <source>Epoch {kept} of {count} was kept as the last: no digits were held out to choose one; the test digits chose nothing.</source>
        <translation>共 {count} 個週期，保留了最後的第 {kept} 個：沒有留出數字用於選擇；測試數字也沒有參與選擇。</translation>
    </message>
    <message>
        <source>The recipe of its tutorial: {optimizer}, batches of {batch}, seed {seed}, {minutes} minutes.</source>
        <translation>教學的訓練方案：{optimizer}，批次大小 {batch}，隨機種子 {seed}，{minutes} 分鐘。</translation>
    </message>
    <message>
        <source>ConvViz’s own recipe: {optimizer}, batches of {batch}, seed {seed}, {minutes} minutes.</source>
        <translation>ConvViz 自己的訓練方案：{optimizer}，批次大小 {batch}，隨機種子 {seed}，{minutes} 分鐘。</translation>
    </message>
    <message>
        <source>Training numbers are taken while it learns, under harder conditions (varied digits, dropout), and may be the worst.</source>
        <translation>訓練的數值是在學習過程中測得的，條件較難（數字經過變化，並使用隨機失活 dropout），所以可能最差。</translation>
    </message>
    <message>
        <source>Training numbers are means over an epoch, taken while it learns.</source>
        <translation>訓練的數值是一個週期中的平均值，在學習過程中取得。</translation>
    </message>
    <message>
        <source>High accuracy in training but low in the test is overfitting; high in both is good generalisation, low in both underfitting.</source>
        <translation>訓練準確率高而測試低是過度擬合；兩者都高是泛化良好，兩者都低是擬合不足。</translation>
    </message>
    <message>
        <source>a photo, as it is</source>
        <translation>照片，保持原樣</translation>
    </message>
    <message>
        <source>moved by the sliders</source>
        <translation>由滑桿移動</translation>
    </message>
    <message>
        <source>Download MNIST</source>
        <translation>下載 MNIST</translation>
    </message>
    <message>
        <source>Download the 70,000 digits of MNIST?</source>
        <translation>要下載 MNIST 的 70,000 個數字嗎？</translation>
    </message>
    <message>
        <source>Keras fetches the file {name} ({size} MB) from {host}, where Google keeps it, checks its checksum and keeps it as {path}. MNIST is by Yann LeCun, Corinna Cortes and Christopher J.C. Burges, CC BY-SA 3.0.</source>
        <translation>Keras 從 {host}（Google 存放它的地方）下載檔案 {name}（{size} MB），核對總和檢查碼，並儲存為 {path}。MNIST 的作者是 Yann LeCun、Corinna Cortes 與 Christopher J.C. Burges，授權條款為 CC BY-SA 3.0。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下載</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Fetching {name} from {host}…</source>
        <translation>正在從 {host} 下載 {name}…</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>正在下載…</translation>
    </message>
    <message>
        <source>MNIST could not be fetched: the process that did it ended. Try again, or choose a file.</source>
        <translation>無法下載 MNIST：下載行程中途結束了。請再試一次，或選擇檔案。</translation>
    </message>
    <message>
        <source>MNIST could not be fetched: there is no connection to {host}. Try again when the computer is online, or choose the file if you have it.</source>
        <translation>無法下載 MNIST：無法連線到 {host}。請在電腦連上網路後再試一次；如果已有該檔案，也可以直接選擇。</translation>
    </message>
    <message>
        <source>MNIST could not be fetched: {host} answered with error {code}.</source>
        <translation>無法下載 MNIST：{host} 傳回錯誤 {code}。</translation>
    </message>
    <message>
        <source>What came from {host} has another checksum than MNIST, so it was thrown away. Try again.</source>
        <translation>從 {host} 收到的內容與 MNIST 的總和檢查碼不符，已捨棄。請再試一次。</translation>
    </message>
    <message>
        <source>MNIST could not be fetched: Keras and TensorFlow do not run here. Choose the file instead.</source>
        <translation>無法下載 MNIST：Keras 與 TensorFlow 在這裡無法執行。請改為選擇檔案。</translation>
    </message>
    <message>
        <source>MNIST did not come from {host} within {minutes:g} minutes; the attempt was ended.</source>
        <translation>{minutes:g} 分鐘內沒有從 {host} 收到 MNIST；已停止下載。</translation>
    </message>
    <message>
        <source>All maps of {layer}</source>
        <translation>{layer} 的全部特徵圖</translation>
    </message>
    <message>
        <source>Activations of all layers</source>
        <translation>所有層的激活值</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>網路看到的內容</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>機率</translation>
    </message>
    <message>
        <source>Exported to {name}.</source>
        <translation>已匯出到 {name}。</translation>
    </message>
    <message>
        <source>{name}: the ending must be one of {endings}.</source>
        <translation>{name}：副檔名必須是 {endings} 其中之一。</translation>
    </message>
    <message>
        <source>The same weights in another order: their pattern is what the filter had learned.</source>
        <translation>權重相同，順序變了：濾波器學到的正是權重的圖案。</translation>
    </message>
    <message>
        <source>The same weights, but their pattern is gone.</source>
        <translation>權重相同，但圖案消失了。</translation>
    </message>
    <message>
        <source>Every filter has its own weights still, but no pattern: what was learned is gone.</source>
        <translation>每個濾波器仍是自己的權重，但沒有了圖案：學到的東西消失了。</translation>
    </message>
    <message>
        <source>The same weights, but all patterns are gone.</source>
        <translation>權重相同，但所有圖案都消失了。</translation>
    </message>
    <message>
        <source>The same maps in other places: the next layer takes each for the one it had learned.</source>
        <translation>特徵圖相同，但位置換了：下一層仍將每一張當作訓練時在那個位置的特徵圖。</translation>
    </message>
    <message>
        <source>The same maps, where the next layer expects others.</source>
        <translation>特徵圖相同，但下一層在這些位置期待的是別的特徵圖。</translation>
    </message>
    <message>
        <source>The neurons have changed places: the next layer takes each for the one it had learned.</source>
        <translation>神經元換了位置：下一層仍將每一個當作訓練時在那個位置的神經元。</translation>
    </message>
    <message>
        <source>The next layer takes each neuron for another.</source>
        <translation>下一層將每個神經元都當成了別的神經元。</translation>
    </message>
    <message>
        <source>The neurons have changed places: each now speaks for another class than it learned.</source>
        <translation>神經元換了位置：每一個現在支持的類別，都不是它學到的那個。</translation>
    </message>
    <message>
        <source>Each neuron speaks for another class.</source>
        <translation>每個神經元支持的是別的類別。</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>繪製</translation>
    </message>
    <message>
        <source>Take a stroke back</source>
        <translation>收回一筆</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>換一張紙</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一個範例</translation>
    </message>
    <message>
        <source>Inspect a digit</source>
        <translation>檢視一個數字</translation>
    </message>
    <message>
        <source>Read a picture</source>
        <translation>辨識圖片</translation>
    </message>
    <message>
        <source>Preparation of the picture</source>
        <translation>圖片的前處理</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>還原成訓練值</translation>
    </message>
    <message>
        <source>Switch a filter off</source>
        <translation>停用濾波器</translation>
    </message>
    <message>
        <source>Switch a filter on</source>
        <translation>啟用濾波器</translation>
    </message>
    <message>
        <source>Strength of a filter</source>
        <translation>濾波器的強度</translation>
    </message>
    <message>
        <source>Weight of a filter</source>
        <translation>濾波器的權重</translation>
    </message>
    <message>
        <source>Bias of a filter</source>
        <translation>濾波器的偏置</translation>
    </message>
    <message>
        <source>Lab’s kernel into a filter</source>
        <translation>將實驗室的卷積核放入濾波器</translation>
    </message>
    <message>
        <source>Shuffle a filter’s weights</source>
        <translation>打亂濾波器的權重</translation>
    </message>
    <message>
        <source>Shuffle a layer’s weights</source>
        <translation>打亂整層的權重</translation>
    </message>
    <message>
        <source>Shuffle a layer’s filters</source>
        <translation>打亂整層的濾波器</translation>
    </message>
    <message>
        <source>Choose a network</source>
        <translation>選擇網路</translation>
    </message>
    <message>
        <source>Move the digit</source>
        <translation>移動數字</translation>
    </message>
    <message>
        <source>Fit to the network</source>
        <translation>配合網路調整</translation>
    </message>
    <message>
        <source>{name}, the network of this experiment, is not there any more; everything else of it is shown.</source>
        <translation>這個實驗的網路 {name} 已不在原處；實驗的其他內容照常顯示。</translation>
    </message>
    <message>
        <source>The file of {name} has changed since this experiment was saved.</source>
        <translation>儲存這個實驗之後，{name} 的檔案已被變更。</translation>
    </message>
    <message>
        <source>The changes in this experiment do not fit {name}; it is shown as it was trained.</source>
        <translation>這個實驗中的變更不適用於 {name}；顯示的是訓練後的原網路。</translation>
    </message>
    <message>
        <source>Click a number to go down to its layer.</source>
        <translation>按一下某個數，進入它所在的層。</translation>
    </message>
    <message>
        <source>Click it to go one layer down, to {layer}.</source>
        <translation>按一下它進入下一層：{layer}。</translation>
    </message>
    <message>
        <source>The mean is taken off, then divided by the deviation, stretched by gamma and moved by beta: {sum}.</source>
        <translation>先減去平均值，再除以標準差，乘以 gamma，加上 beta：{sum}。</translation>
    </message>
    <message>
        <source>The largest of {numbers}: {value}.</source>
        <translation>{numbers} 中最大的：{value}。</translation>
    </message>
    <message>
        <source>The smallest of {numbers}: {value}.</source>
        <translation>{numbers} 中最小的：{value}。</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>儲存網路</translation>
    </message>
    <message>
        <source>Starting TensorFlow…</source>
        <translation>正在啟動 TensorFlow…</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}, batch {batch} of {batches}</source>
        <translation>第 {epoch} 個週期，共 {epochs} 個；第 {batch} 批，共 {batches} 批</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>約剩 {minutes} 分鐘</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>約剩 {seconds} 秒</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Epoch {epoch} is kept; it reads the test digits now…</source>
        <translation>保留第 {epoch} 個週期；正在辨識測試數字…</translation>
    </message>
    <message>
        <source>{title}: trained</source>
        <translation>{title}：訓練完成</translation>
    </message>
    <message>
        <source>Stopped; epoch {epoch} is kept. It reads {percent} % of the {digits} test digits.</source>
        <translation>已停止；保留第 {epoch} 個週期。{digits} 個測試數字中 {percent} % 辨識正確。</translation>
    </message>
    <message>
        <source>It reads {percent} % of the {digits} test digits; epoch {epoch} is kept.</source>
        <translation>{digits} 個測試數字中 {percent} % 辨識正確；保留第 {epoch} 個週期。</translation>
    </message>
    <message>
        <source>{title} is trained. {result}</source>
        <translation>{title} 訓練完成。{result}</translation>
    </message>
    <message>
        <source>The training was ended; nothing of it was kept.</source>
        <translation>訓練已結束；沒有保留任何結果。</translation>
    </message>
    <message>
        <source>Saved as {name}, with its report card beside it.</source>
        <translation>已儲存為 {name}，旁邊附有訓練報告。</translation>
    </message>
    <message>
        <source>{name} exists already; choose it itself to write over it.</source>
        <translation>{name} 已存在；如要覆寫，請直接選擇這個檔案。</translation>
    </message>
    <message>
        <source>A network is being trained. Closing the window throws the training away.</source>
        <translation>正在訓練網路。關閉視窗將捨棄這次訓練。</translation>
    </message>
    <message>
        <source>The trained network is in no file yet. Closing the window throws it away.</source>
        <translation>訓練好的網路還沒有存成檔案。關閉視窗將捨棄它。</translation>
    </message>
    <message>
        <source>The trained network is in no file yet, and after another training it can no longer be saved.</source>
        <translation>訓練好的網路還沒有存成檔案；再訓練一次之後就無法儲存它了。</translation>
    </message>
    <message>
        <source>The experiment is saved, but its network {name} is in no file yet: save that with “Save as…” under “Train…”, and then the experiment again.</source>
        <translation>實驗已儲存，但其中的網路 {name} 還沒有存成檔案：請在「訓練…」中用「另存新檔…」儲存它，然後再儲存一次實驗。</translation>
    </message>
    <message>
        <source>The experiment is saved, but its network {name} is in no file and is gone when the window is closed.</source>
        <translation>實驗已儲存，但其中的網路 {name} 沒有存成檔案，關閉視窗後就不存在了。</translation>
    </message>
    <message>
        <source>TensorFlow is needed for training, and it does not run on this computer.</source>
        <translation>訓練需要 TensorFlow，但它在這台電腦上無法執行。</translation>
    </message>
    <message>
        <source>The training needs more memory than TensorFlow’s process is given.</source>
        <translation>訓練需要的記憶體超過 TensorFlow 行程可用的記憶體。</translation>
    </message>
    <message>
        <source>TensorFlow’s process ended unexpectedly, perhaps for want of memory. You may start again.</source>
        <translation>TensorFlow 行程意外結束，可能是記憶體不足。可以重新開始。</translation>
    </message>
    <message>
        <source>TensorFlow failed while it trained. It says “{reason}”.</source>
        <translation>TensorFlow 訓練失敗。它回報「{reason}」。</translation>
    </message>
    <message>
        <source>The training was stopped before its first epoch was over; nothing was kept.</source>
        <translation>訓練在第一個週期結束之前停止；沒有保留任何結果。</translation>
    </message>
    <message>
        <source>{digits} training digits are too few for this recipe: it holds out {held_out} of them to choose the epoch.</source>
        <translation>{digits} 個訓練數字對這種訓練方案來說太少：它要留出其中 {held_out} 個來選擇保留哪一個週期。</translation>
    </message>
    <message>
        <source>Not saved: the report card would take the place of {other}, which is another file. Choose another name.</source>
        <translation>沒有儲存：訓練報告會覆寫另一個檔案 {other}。請換一個名稱。</translation>
    </message>
    <message>
        <source>The training ended with the window; nothing of it was kept.</source>
        <translation>訓練隨視窗一起結束，沒有保留任何結果。</translation>
    </message>
    <message>
        <source>Dense layers only, no convolution: {parameters} parameters.</source>
        <translation>只有全連接層，沒有卷積：{parameters} 個參數。</translation>
    </message>
    <message>
        <source>Two convolutions with pooling and two dense layers: {parameters} parameters.</source>
        <translation>兩個帶池化的卷積層與兩個全連接層：{parameters} 個參數。</translation>
    </message>
    <message>
        <source>Three convolutions, two poolings and one dense layer: {parameters} parameters.</source>
        <translation>三個卷積層、兩個池化層與一個全連接層：{parameters} 個參數。</translation>
    </message>
    <message>
        <source>As its tutorial trains it: {optimizer}, batches of {batch}, the digits as they are; the last epoch is kept.</source>
        <translation>依教學的方案訓練：{optimizer}，批次大小 {batch}，數字保持原樣；保留最後一個週期。</translation>
    </message>
    <message>
        <source>As well as ConvViz can: {optimizer}, batches of {batch}, digits turned, moved and stretched; {held_out} digits held out choose the epoch.</source>
        <translation>ConvViz 的最佳訓練方案：{optimizer}，批次大小 {batch}，數字經旋轉、移動與拉伸；由留出的 {held_out} 個數字選擇保留哪一個週期。</translation>
    </message>
    <message>
        <source>Train again all the same?</source>
        <translation>仍要重新訓練嗎？</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新訓練</translation>
    </message>
    <message>
        <source>grey: as trained</source>
        <translation>灰色：訓練後的原值</translation>
    </message>
    <message>
        <source>Before (grey) and after (accent) your changes</source>
        <translation>你變更之前（灰色）與之後（強調色）</translation>
    </message>
    <message>
        <source>The networks that were open the last time cannot be opened again ({reason}).</source>
        <translation>上次開啟的網路無法再次開啟（{reason}）。</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>No trained network is installed.</source>
        <translation>沒有安裝訓練好的網路。</translation>
    </message>
    <message>
        <source>On what the filter reads here</source>
        <translation>套用於濾波器在這裡讀取的內容</translation>
    </message>
    <message>
        <source>On the picture in the Lab</source>
        <translation>套用於實驗室中的圖片</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>All weights of the chosen filter, to be changed</source>
        <translation>所選濾波器的全部權重，可以修改</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>濾波器</translation>
    </message>
    <message>
        <source>Move the digit and see which networks still read it</source>
        <translation>移動數字，看哪些網路還能辨識它</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>The network from the digit to its answer</source>
        <translation>從數字到答案的網路</translation>
    </message>
</context>
<context>
    <name>NetworkPhoto</name>
    <message>
        <source>Find out</source>
        <translation>自動判斷</translation>
    </message>
    <message>
        <source>Dark writing</source>
        <translation>深色字跡</translation>
    </message>
    <message>
        <source>Bright writing</source>
        <translation>淺色字跡</translation>
    </message>
    <message>
        <source>Take the paper&apos;s lines off</source>
        <translation>去除紙上的線條</translation>
    </message>
    <message>
        <source>Keep the lines</source>
        <translation>保留線條</translation>
    </message>
    <message>
        <source>Find out (now {percent} %)</source>
        <translation>自動判斷（目前 {percent} %）</translation>
    </message>
    <message>
        <source>Ink is {percent} % darker than paper</source>
        <translation>墨跡比紙深 {percent} %</translation>
    </message>
    <message>
        <source>Mark the digit with the mouse</source>
        <translation>用滑鼠框出數字</translation>
    </message>
    <message>
        <source>The whole photo</source>
        <translation>整張照片</translation>
    </message>
</context>
<context>
    <name>NetworkPresenting</name>
    <message>
        <source>Maps</source>
        <translation>特徵圖</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>為什麼是這個數？</translation>
    </message>
</context>
<context>
    <name>NetworkStrip</name>
    <message>
        <source>Train…</source>
        <translation>訓練…</translation>
    </message>
    <message>
        <source>Train a network of your own on MNIST’s digits</source>
        <translation>用 MNIST 的數字訓練你自己的網路</translation>
    </message>
    <message>
        <source>Training: {percent} %</source>
        <translation>訓練：{percent} %</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>See how the training goes, or stop it</source>
        <translation>查看訓練進度，或停止訓練</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Open network…</source>
        <translation>開啟網路…</translation>
    </message>
    <message>
        <source>Look inside a network of your own: a Keras file (.keras, .h5)</source>
        <translation>查看你自己的網路：Keras 檔案（.keras、.h5）</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>色彩範圍</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>特徵圖</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>The strongest value of each map takes the full colour</source>
        <translation>色彩上限取每張特徵圖中最強的值</translation>
    </message>
    <message>
        <source>The strongest value of each layer takes the full colour: weak maps look weak</source>
        <translation>色彩上限取每層中最強的值：弱的特徵圖看起來也弱</translation>
    </message>
    <message>
        <source>The strongest value of all layers takes the full colour</source>
        <translation>色彩上限取所有層中最強的值</translation>
    </message>
</context>
<context>
    <name>NewPictureDialog</name>
    <message>
        <source>New picture</source>
        <translation>新圖片</translation>
    </message>
    <message>
        <source>0 to 255 (bytes)</source>
        <translation>0 至 255（位元組）</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 至 1</translation>
    </message>
    <message>
        <source>{minus}1 to 1, as in the X</source>
        <translation>{minus}1 至 1，與 X 圖案相同</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列數</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>行數</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值的範圍</translation>
    </message>
    <message>
        <source>Every pixel begins as</source>
        <translation>像素的初始值</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
</context>
<context>
    <name>OpenBar</name>
    <message>
        <source>Black to white</source>
        <translation>黑到白</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 至 1</translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation>−1 至 1</translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation>0 至 255</translation>
    </message>
    <message>
        <source>The values of black and white pixels when this network was trained</source>
        <translation>訓練這個網路時黑色與白色像素的值</translation>
    </message>
    <message>
        <source>Prepared digit</source>
        <translation>前處理後的數字</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整張圖片</translation>
    </message>
    <message>
        <source>The network gets the digit, prepared as MNIST&apos;s are</source>
        <translation>網路讀取依 MNIST 方式處理過的數字</translation>
    </message>
    <message>
        <source>The network gets the photo as it is</source>
        <translation>網路直接讀取照片</translation>
    </message>
    <message>
        <source>What the network gets of the photo</source>
        <translation>照片以什麼形式交給網路</translation>
    </message>
    <message>
        <source>Class names…</source>
        <translation>類別名稱…</translation>
    </message>
    <message>
        <source>Say what the answers of this network are called</source>
        <translation>說明這個網路的答案叫什麼</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use {scale}</source>
        <translation>使用 {scale}</translation>
    </message>
</context>
<context>
    <name>OperationCard</name>
    <message>
        <source>Operation</source>
        <translation>運算</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>網格</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩陣</translation>
    </message>
    <message>
        <source>the same step as one row of a matrix</source>
        <translation>同一步，看作矩陣的一列</translation>
    </message>
    <message>
        <source>step {n} of {all}</source>
        <translation>第 {n} 步，共 {all} 步</translation>
    </message>
</context>
<context>
    <name>PaddingRows</name>
    <message>
        <source>Padding</source>
        <translation>填補</translation>
    </message>
    <message>
        <source>valid (none)</source>
        <translation>無（valid）</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同（same）</translation>
    </message>
    <message>
        <source>full</source>
        <translation>完全（full）</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>Padding on every side</source>
        <translation>每邊的填補</translation>
    </message>
    <message>
        <source>Top, bottom</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>Left, right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>A number for each side</source>
        <translation>每邊分別設定</translation>
    </message>
    <message>
        <source>{top} above, {bottom} below, {left} on the left, {right} on the right</source>
        <translation>上 {top}，下 {bottom}，左 {left}，右 {right}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>resized to {size} by {method}</source>
        <translation>調整為 {size}（{method}）</translation>
    </message>
    <message>
        <source>cropped to rows {top} to {bottom} and columns {left} to {right}</source>
        <translation>裁切為第 {top} 至 {bottom} 列、第 {left} 至 {right} 行</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最近鄰</translation>
    </message>
    <message>
        <source>box (area)</source>
        <translation>區域平均</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>雙線性</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>雙三次</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
</context>
<context>
    <name>PixelEditing</name>
    <message>
        <source>Pixel at row {row}, column {column}</source>
        <translation>第 {row} 列第 {column} 行的像素</translation>
    </message>
</context>
<context>
    <name>PoolingForm</name>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Kind, size</source>
        <translation>方式、大小</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Its stride</source>
        <translation>池化步幅</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>剩餘部分</translation>
    </message>
    <message>
        <source>Kind of pooling</source>
        <translation>池化方式</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Rows of a window</source>
        <translation>窗口列數</translation>
    </message>
    <message>
        <source>Columns of a window</source>
        <translation>窗口行數</translation>
    </message>
    <message>
        <source>Size of a window</source>
        <translation>窗口大小</translation>
    </message>
    <message>
        <source>Stride of rows</source>
        <translation>列步幅（縱向）</translation>
    </message>
    <message>
        <source>Stride of columns</source>
        <translation>行步幅（橫向）</translation>
    </message>
    <message>
        <source>What becomes of incomplete windows</source>
        <translation>如何處理不完整的窗口</translation>
    </message>
    <message>
        <source>What becomes of windows that do not fit at the bottom and on the right</source>
        <translation>如何處理下方與右側放不下的窗口</translation>
    </message>
    <message>
        <source>drop the rest</source>
        <translation>捨去剩餘部分</translation>
    </message>
    <message>
        <source>keep the rest</source>
        <translation>保留剩餘部分</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同（same）</translation>
    </message>
    <message>
        <source>count padding</source>
        <translation>計入填補</translation>
    </message>
    <message>
        <source>Divide by the whole window even where part of it is padding</source>
        <translation>窗口含有填補時，仍除以整個窗口的大小</translation>
    </message>
    <message>
        <source>Rows and columns apart</source>
        <translation>列與行分別設定</translation>
    </message>
</context>
<context>
    <name>PredictBox</name>
    <message>
        <source>It is {truth}.</source>
        <translation>答案是 {truth}。</translation>
    </message>
    <message>
        <source>Right: {truth}.</source>
        <translation>答對了：{truth}。</translation>
    </message>
    <message>
        <source>Not {guess}: it is {truth}.</source>
        <translation>不是 {guess}，而是 {truth}。</translation>
    </message>
    <message>
        <source>What will it be?</source>
        <translation>結果會是多少？</translation>
    </message>
    <message>
        <source>your guess</source>
        <translation>你的猜測</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>依系統設定</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Open the window where it was closed</source>
        <translation>在上次關閉的位置開啟視窗</translation>
    </message>
    <message>
        <source>Save experiments with their picture inside</source>
        <translation>儲存實驗時一併存入圖片</translation>
    </message>
    <message>
        <source>After a crash or a logout, go on by itself where you were</source>
        <translation>意外結束或登出後，自動繼續上次的工作</translation>
    </message>
    <message>
        <source>At start</source>
        <translation>啟動時</translation>
    </message>
    <message>
        <source>Show the start page</source>
        <translation>顯示起始頁</translation>
    </message>
    <message>
        <source>Open the last experiment</source>
        <translation>開啟上次的實驗</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
</context>
<context>
    <name>PresenterFooter</name>
    <message>
        <source>PgDn next &#x2002; PgUp back &#x2002; B black &#x2002; Esc end</source>
        <translation>PgDn 下一步 &#x2002; PgUp 上一步 &#x2002; B 黑畫面 &#x2002; Esc 結束</translation>
    </message>
    <message>
        <source>step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
</context>
<context>
    <name>ProbabilityView</name>
    <message>
        <source>probability</source>
        <translation>機率</translation>
    </message>
    <message>
        <source>after</source>
        <translation>變更後</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>before</source>
        <translation>變更前</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>機率</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>There was not enough memory for this; a smaller picture needs less.</source>
        <translation>記憶體不足；更小的影像需要的記憶體更少。</translation>
    </message>
    <message>
        <source>Something went wrong inside ConvViz.</source>
        <translation>ConvViz 內部發生問題。</translation>
    </message>
    <message>
        <source>Your work is still here. If it happens again, the details help to mend it.</source>
        <translation>你的工作沒有遺失。如果再次發生，詳細資訊有助於修正。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切換淺色與深色</translation>
    </message>
    <message>
        <source>Keyboard shortcuts (F1)</source>
        <translation>鍵盤快速鍵（F1）</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>Drag an end to choose which values are darkest and brightest, or between the ends to move both. Arrow keys do it too. Double-click or Home: automatic.</source>
        <translation>拖曳一端選擇哪些值最暗、哪些值最亮；在兩端之間拖曳則一起移動。方向鍵也可以。按兩下或按 Home 鍵：自動。</translation>
    </message>
</context>
<context>
    <name>RangeDialog</name>
    <message>
        <source>Fixed colour range</source>
        <translation>指定色彩範圍</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>A range with a negative end has 0 in its middle: the longer side counts for both.</source>
        <translation>一端為負的範圍以 0 為中心：兩側都取較長的一側。</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>a kernel is (rows, columns) or (rows, columns, channels), not {shape}</source>
        <translation>卷積核的形狀應為（列，行）或（列，行，通道），而不是 {shape}</translation>
    </message>
    <message>
        <source>a kernel of {size} does not exist: 1 to {most} rows and columns</source>
        <translation>沒有 {size} 的卷積核：列數與行數應為 1 至 {most}</translation>
    </message>
    <message>
        <source>a kernel of {size} is too large: 1 to {most} rows and columns</source>
        <translation>{size} 的卷積核太大：列數與行數應為 1 至 {most}</translation>
    </message>
    <message>
        <source>a text of {count} characters is too long for a kernel</source>
        <translation>文字有 {count} 個字元，作為卷積核太長</translation>
    </message>
    <message>
        <source>channel {number} has {size} weights, channel 1 has {first}</source>
        <translation>通道 {number} 的權重為 {size}，通道 1 為 {first}</translation>
    </message>
    <message>
        <source>row {row} has {count} weights, row 1 has {first}</source>
        <translation>第 {row} 列有 {count} 個權重，第 1 列有 {first} 個</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {cause}</source>
        <translation>第 {row} 列，第 {column} 行：{cause}</translation>
    </message>
    <message>
        <source>the JSON has no list of weights</source>
        <translation>JSON 中沒有權重清單</translation>
    </message>
    <message>
        <source>the cell is empty</source>
        <translation>儲存格是空的</translation>
    </message>
    <message>
        <source>the divisor is {divisor}; it must be a finite number other than 0</source>
        <translation>除數是 {divisor}；它必須是 0 以外的有限數</translation>
    </message>
    <message>
        <source>the divisor {divisor!r} is not a number</source>
        <translation>除數 {divisor!r} 不是數值</translation>
    </message>
    <message>
        <source>the rows of the kernel are not equally long</source>
        <translation>卷積核各列的長度不一致</translation>
    </message>
    <message>
        <source>the text has no weights</source>
        <translation>文字中沒有權重</translation>
    </message>
    <message>
        <source>the weight in row {row}, column {column} is not finite</source>
        <translation>第 {row} 列，第 {column} 行的權重不是有限數</translation>
    </message>
    <message>
        <source>this is not a text file</source>
        <translation>這不是文字檔</translation>
    </message>
    <message>
        <source>weights of type {type} are not real numbers</source>
        <translation>{type} 型別的權重不是實數</translation>
    </message>
    <message>
        <source>{name}: a kernel file ends in {endings}</source>
        <translation>{name}：卷積核檔案的副檔名應為 {endings}</translation>
    </message>
    <message>
        <source>{name}: {cause}</source>
        <translation>{name}：{cause}</translation>
    </message>
    <message>
        <source>{text!r} divides by zero</source>
        <translation>{text!r} 除以零</translation>
    </message>
    <message>
        <source>{text!r} is not a number</source>
        <translation>{text!r} 不是數值</translation>
    </message>
    <message>
        <source>it holds {name}, which is not a number</source>
        <translation>其中含有 {name}，它不是數值</translation>
    </message>
    <message>
        <source>it was saved by a newer ConvViz</source>
        <translation>它由較新版本的 ConvViz 儲存</translation>
    </message>
    <message>
        <source>the embedded picture has no value range: {low:g} to {high:g}</source>
        <translation>存入的圖片沒有值的範圍：{low:g} 至 {high:g}</translation>
    </message>
    <message>
        <source>the embedded picture holds values that are no finite numbers</source>
        <translation>存入的圖片含有不是有限數的值</translation>
    </message>
    <message>
        <source>the embedded picture is damaged ({cause})</source>
        <translation>存入的圖片已損壞（{cause}）</translation>
    </message>
    <message>
        <source>the embedded picture is no picture: {type} of shape {shape}</source>
        <translation>存入的不是圖片：{type}，形狀 {shape}</translation>
    </message>
    <message>
        <source>the file is not an object: {value}</source>
        <translation>檔案不是一個 JSON 物件：{value}</translation>
    </message>
    <message>
        <source>the picture {path} cannot be read ({reason})</source>
        <translation>無法讀取圖片 {path}（{reason}）</translation>
    </message>
    <message>
        <source>the picture {path} is not there any more</source>
        <translation>圖片 {path} 已不在原處</translation>
    </message>
    <message>
        <source>the picture {path} is on another computer</source>
        <translation>圖片 {path} 在另一台電腦上</translation>
    </message>
    <message>
        <source>there is no sample picture {key!r}</source>
        <translation>沒有範例圖片 {key!r}</translation>
    </message>
    <message>
        <source>this is no ConvViz experiment</source>
        <translation>這不是 ConvViz 實驗</translation>
    </message>
    <message>
        <source>this is no ConvViz experiment, or it is damaged</source>
        <translation>這不是 ConvViz 實驗，或已損壞</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {cause}.</source>
        <translation>無法開啟 {name}：{cause}。</translation>
    </message>
    <message>
        <source>{name} would be larger than {most} MB</source>
        <translation>{name} 會超過 {most} MB</translation>
    </message>
    <message>
        <source>{path} has rows of unequal length, or weights that are no finite numbers</source>
        <translation>{path} 各列長度不一，或含有不是有限數的權重</translation>
    </message>
    <message>
        <source>{path} has {count} channels</source>
        <translation>{path} 有 {count} 個通道</translation>
    </message>
    <message>
        <source>{path} has no exact float64: {value}</source>
        <translation>{path} 無法以 float64 精確表示：{value}</translation>
    </message>
    <message>
        <source>{path} is longer than {longest} characters: {value}</source>
        <translation>{path} 超過 {longest} 個字元：{value}</translation>
    </message>
    <message>
        <source>{path} is missing</source>
        <translation>缺少 {path}</translation>
    </message>
    <message>
        <source>{path} is neither true nor false: {value}</source>
        <translation>{path} 既不是 true 也不是 false：{value}</translation>
    </message>
    <message>
        <source>{path} is none of {allowed}</source>
        <translation>{path} 不在 {allowed} 之中</translation>
    </message>
    <message>
        <source>{path} is none of {allowed}: {value}</source>
        <translation>{path} 不在 {allowed} 之中：{value}</translation>
    </message>
    <message>
        <source>{path} is not a kernel of 1x1 to {most} weights</source>
        <translation>{path} 不是 1x1 至 {most} 的卷積核</translation>
    </message>
    <message>
        <source>{path} is not a number: {value}</source>
        <translation>{path} 不是數值：{value}</translation>
    </message>
    <message>
        <source>{path} is not a text: {value}</source>
        <translation>{path} 不是文字：{value}</translation>
    </message>
    <message>
        <source>{path} is not a whole number from {low} to {high}: {value}</source>
        <translation>{path} 不是 {low} 至 {high} 的整數：{value}</translation>
    </message>
    <message>
        <source>{path} is not an object: {value}</source>
        <translation>{path} 不是一個 JSON 物件：{value}</translation>
    </message>
    <message>
        <source>{path} is not below {other}: {low:g}, {high:g}</source>
        <translation>{path} 不小於 {other}：{low:g}，{high:g}</translation>
    </message>
    <message>
        <source>{path} is not two pairs of whole numbers from {low} to {high}: {value}</source>
        <translation>{path} 不是兩對 {low} 至 {high} 的整數：{value}</translation>
    </message>
    <message>
        <source>{path} is not two whole numbers from {low} to {high}: {value}</source>
        <translation>{path} 不是兩個 {low} 至 {high} 的整數：{value}</translation>
    </message>
    <message>
        <source>the network {path} is on another computer</source>
        <translation>網路 {path} 在另一台電腦上</translation>
    </message>
    <message>
        <source>{path} has more than {most} items</source>
        <translation>{path} 超過 {most} 項</translation>
    </message>
    <message>
        <source>{path} is no prepared digit</source>
        <translation>{path} 不是前處理後的數字</translation>
    </message>
    <message>
        <source>{path} is no stroke of a pen</source>
        <translation>{path} 不是有效的筆畫</translation>
    </message>
    <message>
        <source>{path} is not a list of at most {most}: {value}</source>
        <translation>{path} 不是最多 {most} 項的清單：{value}</translation>
    </message>
    <message>
        <source>{path} is not a list of texts</source>
        <translation>{path} 不是文字清單</translation>
    </message>
    <message>
        <source>{path} is not a place</source>
        <translation>{path} 不是一個位置</translation>
    </message>
    <message>
        <source>{name}: digits of 28x28 bytes are needed, not {found}</source>
        <translation>{name}：需要 28x28 位元組的數字，而不是 {found}</translation>
    </message>
    <message>
        <source>{name}: labels have to be whole numbers from 0 to 9</source>
        <translation>{name}：標籤必須是 0 至 9 的整數</translation>
    </message>
    <message>
        <source>{name}: there is no {key} in it; MNIST as Keras has it is needed</source>
        <translation>{name}：其中沒有 {key}；需要 Keras 所用的 MNIST</translation>
    </message>
    <message>
        <source>{name}: this is not the MNIST file of Keras (mnist.npz)</source>
        <translation>{name}：這不是 Keras 的 MNIST 檔案（mnist.npz）</translation>
    </message>
    <message>
        <source>{name}: {digits} digits and {labels} labels do not go together</source>
        <translation>{name}：{digits} 個數字與 {labels} 個標籤不相符</translation>
    </message>
    <message>
        <source>fill {fill!r} is none of {fills}, or a number</source>
        <translation>填補值 {fill!r} 既不在 {fills} 之中，也不是數值</translation>
    </message>
    <message>
        <source>fill {number} is not a finite number</source>
        <translation>填補值 {number} 不是有限數</translation>
    </message>
    <message>
        <source>kernel {kernel} (effective {reach}) does not fit {size} + padding {padding}: it needs {reach}; a kernel of at most {fits} or {missing} more padding would fit</source>
        <translation>{kernel} 的卷積核（有效大小 {reach}）放不進 {size} + 填補 {padding}：需要 {reach}；改用不超過 {fits} 的卷積核，或再增加填補 {missing}，就放得下</translation>
    </message>
    <message>
        <source>padding {padding!r} is neither one number, (rows, columns) nor ((top, bottom), (left, right))</source>
        <translation>填補 {padding!r} 既不是一個數，也不是（列，行）或（（上，下），（左，右））</translation>
    </message>
    <message>
        <source>padding {padding!r} is none of {rules}</source>
        <translation>填補 {padding!r} 不在 {rules} 之中</translation>
    </message>
    <message>
        <source>with its padding the picture has {size} values; the limit is {most:,}</source>
        <translation>加上填補後影像有 {size} 個值；上限是 {most:,}</translation>
    </message>
    <message>
        <source>{name} {number} has no exact float64; the nearest is {nearest}</source>
        <translation>{name} {number} 無法以 float64 精確表示；最接近的是 {nearest}</translation>
    </message>
    <message>
        <source>it has {size:,} bytes; the limit is {most:,}</source>
        <translation>它有 {size:,} 位元組；上限為 {most:,}</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是資料夾</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>它不是一般檔案</translation>
    </message>
    <message>
        <source>{text!r} is too large; the limit is {most:g}</source>
        <translation>{text!r} 太大；上限為 {most:g}</translation>
    </message>
    <message>
        <source>this takes {size:.1f} GB of memory; the limit is {most:g} GB</source>
        <translation>這需要 {size:.1f} GB 記憶體；上限為 {most:g} GB</translation>
    </message>
    <message>
        <source>{name} {number} is less than {least}</source>
        <translation>{name} {number} 小於 {least}</translation>
    </message>
    <message>
        <source>{name} {number} is more than {most}</source>
        <translation>{name} {number} 大於 {most}</translation>
    </message>
    <message>
        <source>{name} {value!r} is neither one number nor (rows, columns)</source>
        <translation>{name} {value!r} 既不是一個數，也不是（列，行）</translation>
    </message>
    <message>
        <source>{name} {value!r} is not a whole number</source>
        <translation>{name} {value!r} 不是整數</translation>
    </message>
    <message>
        <source>the embedded picture has more values than its shape {shape}</source>
        <translation>存入的圖片的值多於其形狀 {shape} 所需</translation>
    </message>
    <message>
        <source>the embedded picture is cut off</source>
        <translation>存入的圖片不完整</translation>
    </message>
    <message>
        <source>the embedded picture unpacks to {size:,} bytes; the limit is {most:,}</source>
        <translation>存入的圖片解壓縮後有 {size:,} 位元組；上限為 {most:,}</translation>
    </message>
    <message>
        <source>the embedded picture has values up to {value:g}; the limit is {most:g}</source>
        <translation>存入的圖片的值達到 {value:g}；上限為 {most:g}</translation>
    </message>
    <message>
        <source>{path} is not a number from {low:.10g} to {high:.10g}: {value}</source>
        <translation>{path} 不是 {low:.10g} 到 {high:.10g} 之間的數值：{value}</translation>
    </message>
    <message>
        <source>{path} is too near to 0: {value}; at least {least:g} away from it would do</source>
        <translation>{path} 離 0 太近：{value}；至少要相差 {least:g}</translation>
    </message>
    <message>
        <source>{path} is nearer to {other} than {least:g}: {low:g}, {high:g}</source>
        <translation>{path} 與 {other} 相差不到 {least:g}：{low:g}，{high:g}</translation>
    </message>
    <message>
        <source>what was kept of the last time is damaged, or of a newer ConvViz</source>
        <translation>上次保留的內容已損壞，或來自較新版本的 ConvViz</translation>
    </message>
    <message>
        <source>What you worked on last cannot be opened: {cause}.</source>
        <translation>無法開啟上次的工作：{cause}。</translation>
    </message>
    <message>
        <source>the film has more than {most:,} pictures; a part of it, or a coarser detail, would have fewer</source>
        <translation>影片超過 {most:,} 張影像；只取一部分，或選較粗的細節，就會少一些</translation>
    </message>
    <message>
        <source>the crop {crop} does not lie on the picture of {size}</source>
        <translation>裁切區域 {crop} 不在 {size} 的影像之內</translation>
    </message>
    <message>
        <source>{name} unpacks to {size:,} bytes; the limit is {most:,}</source>
        <translation>{name} 解壓縮後有 {size:,} 位元組；上限為 {most:,}</translation>
    </message>
    <message>
        <source>a layer reads output {number} of {name!r}, which does not exist</source>
        <translation>有一層讀取 {name!r} 的輸出 {number}，而它不存在</translation>
    </message>
    <message>
        <source>the layer {name!r} has a name that cannot be shown</source>
        <translation>層 {name!r} 的名稱無法顯示</translation>
    </message>
    <message>
        <source>a layer reads {name!r}, which does not exist</source>
        <translation>有一層讀取 {name!r}，而它不存在</translation>
    </message>
    <message>
        <source>a network of {count} layers is not opened</source>
        <translation>有 {count} 層的網路無法開啟</translation>
    </message>
    <message>
        <source>the description is nested too deeply</source>
        <translation>描述的巢狀層次太深</translation>
    </message>
    <message>
        <source>the file describes a {layer!r}, not a network of layers</source>
        <translation>檔案描述的是 {layer!r}，不是由層組成的網路</translation>
    </message>
    <message>
        <source>the file does not list the layers of its network</source>
        <translation>檔案沒有列出網路的各層</translation>
    </message>
    <message>
        <source>the file does not say what size of picture the network reads</source>
        <translation>檔案沒有說明網路讀取多大的圖片</translation>
    </message>
    <message>
        <source>the file does not say what the layer {name!r} reads</source>
        <translation>檔案沒有說明層 {name!r} 讀取什麼</translation>
    </message>
    <message>
        <source>the file has no weights {name!r}</source>
        <translation>檔案中沒有權重 {name!r}</translation>
    </message>
    <message>
        <source>the file says nothing about a {layer} layer</source>
        <translation>檔案沒有說明一個 {layer} 層的設定</translation>
    </message>
    <message>
        <source>the layer {name!r} does not normalise channels</source>
        <translation>層 {name!r} 不是依通道正規化</translation>
    </message>
    <message>
        <source>the layer {name!r} has channels first; (rows, columns, channels) is needed</source>
        <translation>層 {name!r} 將通道放在最前；需要（列，行，通道）</translation>
    </message>
    <message>
        <source>the layer {name!r} has numbers that are none</source>
        <translation>層 {name!r} 含有無效的數值</translation>
    </message>
    <message>
        <source>the layer {name!r} has {count:,} parameters; at most {most:,} are opened</source>
        <translation>層 {name!r} 有 {count:,} 個參數；最多可以開啟 {most:,} 個</translation>
    </message>
    <message>
        <source>the layer {name!r} is not described as a {layer} should be</source>
        <translation>層 {name!r} 的描述與 {layer} 應有的不符</translation>
    </message>
    <message>
        <source>the layer {name!r} is used more than {most} times</source>
        <translation>層 {name!r} 的使用次數超過 {most}</translation>
    </message>
    <message>
        <source>the layer {name!r} is used several times, and only Keras computes it</source>
        <translation>層 {name!r} 多次使用，而且只有 Keras 能計算它</translation>
    </message>
    <message>
        <source>the layer {name!r} joins {first} and {last}</source>
        <translation>層 {name!r} 要串接 {first} 與 {last}</translation>
    </message>
    <message>
        <source>the layer {name!r} leaves nothing of {shape}</source>
        <translation>經過層 {name!r}，{shape} 什麼也不剩</translation>
    </message>
    <message>
        <source>the layer {name!r} handles {shape} values; at most {most:,} are opened</source>
        <translation>層 {name!r} 處理的值為 {shape}；最多可以開啟 {most:,} 個值</translation>
    </message>
    <message>
        <source>the layer {name!r} makes {shape} of {given}, which is not supported</source>
        <translation>層 {name!r} 將 {given} 變成 {shape}，不支援這種轉換</translation>
    </message>
    <message>
        <source>the layer {name!r} needs (rows, columns, channels) and gets {shape}</source>
        <translation>層 {name!r} 需要（列，行，通道），得到的卻是 {shape}</translation>
    </message>
    <message>
        <source>the layer {name!r} needs {needed} arrays of weights and has {found}</source>
        <translation>層 {name!r} 需要 {needed} 個權重陣列，而現有 {found} 個</translation>
    </message>
    <message>
        <source>the layer {name!r} puts {first} and {last} together</source>
        <translation>層 {name!r} 要合併 {first} 與 {last}</translation>
    </message>
    <message>
        <source>the layer {name!r} reads itself in a circle</source>
        <translation>層 {name!r} 循環讀取自己</translation>
    </message>
    <message>
        <source>the layer {name!r}: {cause}</source>
        <translation>層 {name!r}：{cause}</translation>
    </message>
    <message>
        <source>the model {name!r} does not say which of its layers are its inputs</source>
        <translation>模型 {name!r} 沒有說明哪些層是輸入</translation>
    </message>
    <message>
        <source>the model {name!r} has {count} inputs and reads {reads}</source>
        <translation>模型 {name!r} 有 {count} 個輸入，卻讀取 {reads} 個</translation>
    </message>
    <message>
        <source>the network answers with {shape}, not with one number a class</source>
        <translation>網路的答案形狀是 {shape}，不是每個類別一個數</translation>
    </message>
    <message>
        <source>the network computes more than {most:,} values a picture</source>
        <translation>網路對每張圖片計算的值超過 {most:,} 個</translation>
    </message>
    <message>
        <source>the network has more than {most:,} layers</source>
        <translation>網路超過 {most:,} 層</translation>
    </message>
    <message>
        <source>the network has more than {most:,} parameters</source>
        <translation>網路的參數超過 {most:,} 個</translation>
    </message>
    <message>
        <source>the network has no layers</source>
        <translation>網路沒有層</translation>
    </message>
    <message>
        <source>the network has {count} inputs; one is needed</source>
        <translation>網路有 {count} 個輸入；需要一個</translation>
    </message>
    <message>
        <source>the network has {count} outputs; one is needed</source>
        <translation>網路有 {count} 個輸出；需要一個</translation>
    </message>
    <message>
        <source>the network reads {shape}, which is no grey or colour picture</source>
        <translation>網路讀取 {shape}，這不是灰階或彩色圖片</translation>
    </message>
    <message>
        <source>the weights {name!r} are a link to another place; refused</source>
        <translation>權重 {name!r} 是指向別處的連結；已拒絕</translation>
    </message>
    <message>
        <source>the weights {name!r} are {type} and no numbers</source>
        <translation>權重 {name!r} 是 {type}，不是數值</translation>
    </message>
    <message>
        <source>the weights {name!r} lie in another file; refused</source>
        <translation>權重 {name!r} 在另一個檔案中；已拒絕</translation>
    </message>
    <message>
        <source>there are models in models to a depth of more than {most}</source>
        <translation>模型中又有模型，深度超過 {most}</translation>
    </message>
    <message>
        <source>two layers are called {name!r}</source>
        <translation>有兩層都叫 {name!r}</translation>
    </message>
    <message>
        <source>weights of {wanted} are described, and {found} are in the file</source>
        <translation>描述的權重形狀是 {wanted}，檔案中的是 {found}</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>沒有這個檔案或資料夾</translation>
    </message>
    <message>
        <source>there is no permission for it</source>
        <translation>沒有所需的權限</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>the space that one may use on this disk is used up</source>
        <translation>在這個磁碟上可用的配額已用完</translation>
    </message>
    <message>
        <source>the file would be larger than files may be here</source>
        <translation>檔案會超過這裡允許的大小</translation>
    </message>
    <message>
        <source>this disk can only be read</source>
        <translation>這個磁碟是唯讀的</translation>
    </message>
    <message>
        <source>the disk is damaged or was taken out</source>
        <translation>磁碟已損壞或已被移除</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名稱太長</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>開啟的檔案太多</translation>
    </message>
    <message>
        <source>{package} is needed for this and cannot be loaded here; `convviz doctor` says what is installed</source>
        <translation>這需要 {package}，但在這裡無法載入；`convviz doctor` 會顯示已安裝的內容</translation>
    </message>
    <message>
        <source>this is no array, or it is damaged</source>
        <translation>這不是陣列，或已損壞</translation>
    </message>
    <message>
        <source>this takes {work:,} steps of arithmetic; the limit is {most:,}</source>
        <translation>這需要 {work:,} 次運算；上限為 {most:,}</translation>
    </message>
    <message>
        <source>No camera is connected to this computer, or none that it lets ConvViz see.</source>
        <translation>這台電腦沒有連接攝影機，或者沒有允許 ConvViz 使用。</translation>
    </message>
    <message>
        <source>The camera {name} cannot be used; perhaps another program is using it.</source>
        <translation>無法使用攝影機 {name}；也許另一個程式正在使用它。</translation>
    </message>
    <message>
        <source>The system does not permit ConvViz to use the camera; its privacy settings can change that.</source>
        <translation>系統不允許 ConvViz 使用攝影機；可以在系統的隱私設定中變更。</translation>
    </message>
    <message>
        <source>The camera {name} is no longer connected.</source>
        <translation>攝影機 {name} 已中斷連線。</translation>
    </message>
    <message>
        <source>{name} sends no pictures.</source>
        <translation>{name} 沒有傳來畫面。</translation>
    </message>
    <message>
        <source>Camera and video need the library {library}, which this system lacks (Debian, Ubuntu: install libpulse0).</source>
        <translation>攝影機與影片需要函式庫 {library}，而這個系統沒有它（Debian、Ubuntu：安裝 libpulse0）。</translation>
    </message>
    <message>
        <source>This copy of ConvViz comes without camera and video; the one that pip installs has them.</source>
        <translation>這個 ConvViz 不含攝影機與影片功能；用 pip 安裝的版本有。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>{name} is a folder, not a video.</source>
        <translation>{name} 是資料夾，不是影片。</translation>
    </message>
    <message>
        <source>{name} is no ordinary file.</source>
        <translation>{name} 不是一般檔案。</translation>
    </message>
    <message>
        <source>{name} does not exist.</source>
        <translation>{name} 不存在。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}).</source>
        <translation>無法讀取 {name}（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is damaged, or a video of a kind that cannot be read here.</source>
        <translation>{name} 已損壞，或者是這裡無法讀取的影片格式。</translation>
    </message>
    <message>
        <source>{name} holds no pictures, only sound.</source>
        <translation>{name} 只有聲音，沒有畫面。</translation>
    </message>
    <message>
        <source>{name} ends in {ending} but is a zip archive</source>
        <translation>{name} 的副檔名是 {ending}，實際是 zip 壓縮檔</translation>
    </message>
    <message>
        <source>{name} ends in {ending} but is an HDF5 file</source>
        <translation>{name} 的副檔名是 {ending}，實際是 HDF5 檔案</translation>
    </message>
    <message>
        <source>{name} ends in {ending} but is something else</source>
        <translation>{name} 的副檔名是 {ending}，實際是別的檔案</translation>
    </message>
    <message>
        <source>{name} is not the file that was trained</source>
        <translation>{name} 不是當時訓練得到的檔案</translation>
    </message>
    <message>
        <source>{name}: this is an archive with {member!r}, which no network needs</source>
        <translation>{name}：壓縮檔中有網路不需要的 {member!r}</translation>
    </message>
    <message>
        <source>{name}: this is an archive without {member}</source>
        <translation>{name}：壓縮檔中沒有 {member}</translation>
    </message>
    <message>
        <source>{name}: {member} unpacks to {size:,} bytes; the limit is {most:,}</source>
        <translation>{name}：{member} 解壓縮後有 {size:,} 位元組；上限是 {most:,}</translation>
    </message>
    <message>
        <source>{name}: {size:,} bytes; at most {most:,} are opened</source>
        <translation>{name}：{size:,} 位元組；最多可以開啟 {most:,} 位元組</translation>
    </message>
    <message>
        <source>{value} is no size of a picture</source>
        <translation>{value} 不是圖片的大小</translation>
    </message>
    <message>
        <source>{name}: the ending must be one of {endings}</source>
        <translation>{name}：副檔名必須是 {endings} 之一</translation>
    </message>
    <message>
        <source>{path} is no checksum</source>
        <translation>{path} 不是校驗和</translation>
    </message>
    <message>
        <source>one channel or three can be read, and a frame, all counted from 0; not {channels} of {frame}</source>
        <translation>可以讀取一個或三個通道以及一幀，都從 0 數起；不能是第 {frame} 幀的 {channels}</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>檔案過早結束</translation>
    </message>
    <message>
        <source>its header cannot be understood</source>
        <translation>檔頭無法理解</translation>
    </message>
    <message>
        <source>its data cannot be understood</source>
        <translation>資料無法理解</translation>
    </message>
    <message>
        <source>shape {shape}: read as {frames} pictures, one after the other</source>
        <translation>形狀{shape}：讀作依次排列的{frames}張圖片</translation>
    </message>
    <message>
        <source>shape {shape}: the axes of length 1 in front are left out</source>
        <translation>形狀 {shape}：略去前面長度為 1 的軸</translation>
    </message>
    <message>
        <source>shape {shape}: read as 3 channels of {height}x{width}, red, green and blue</source>
        <translation>形狀 {shape}：讀作 {height}x{width} 的 3 個通道，紅、綠、藍</translation>
    </message>
    <message>
        <source>it ends too early: {there} numbers instead of {wanted}</source>
        <translation>檔案過早結束：只有{there}個數，應有{wanted}個</translation>
    </message>
    <message>
        <source>its largest value is {most}, not 1 to 65535</source>
        <translation>它的最大值是 {most}，不在 1 到 65535 之間</translation>
    </message>
    <message>
        <source>it has {count} numbers, more than can be read</source>
        <translation>它有{count}個數，多得無法讀取</translation>
    </message>
    <message>
        <source>it has the value {value}, above its own largest, {most}</source>
        <translation>它含有值{value}，超過了它自己的最大值{most}</translation>
    </message>
    <message>
        <source>its bits are not written as 0 and 1</source>
        <translation>它的位元沒有寫成 0 和 1</translation>
    </message>
    <message>
        <source>{there} bytes instead of {wanted}</source>
        <translation>只有{there}個位元組，應有{wanted}個</translation>
    </message>
    <message>
        <source>version {version} of the format is not known</source>
        <translation>不認識該格式的版本{version}</translation>
    </message>
    <message>
        <source>its three grey pages are read as red, green and blue</source>
        <translation>它的三頁灰階圖讀作紅、綠、藍</translation>
    </message>
    <message>
        <source>it has no page</source>
        <translation>它沒有任何一頁</translation>
    </message>
    <message>
        <source>its fourth channel, whose meaning the file does not tell, is left out</source>
        <translation>略去第四個通道，檔案沒有說明它的含義</translation>
    </message>
    <message>
        <source>its parts have no size</source>
        <translation>它的各部分沒有大小</translation>
    </message>
    <message>
        <source>it has {there} parts instead of {wanted}</source>
        <translation>它有{there}個部分，應有{wanted}個</translation>
    </message>
    <message>
        <source>it ends too early: {there} bytes of {wanted}</source>
        <translation>檔案過早結束：{wanted}個位元組裡只有{there}個</translation>
    </message>
    <message>
        <source>{rows} rows from {top} and {columns} columns from {left} are no part of a picture</source>
        <translation>從 {top} 起的 {rows} 列和從 {left} 起的 {columns} 行不是圖片的一部分</translation>
    </message>
    <message>
        <source>row {row}, column {column} does not lie in a picture of {size}</source>
        <translation>第 {row} 列，第 {column} 行不在 {size} 的圖片之內</translation>
    </message>
    <message>
        <source>{rows} rows of {columns} pixels are more than {most:,} pixels</source>
        <translation>{rows} 列 {columns} 行超過 {most:,} 個像素</translation>
    </message>
    <message>
        <source>the part of the picture is none: {cause}</source>
        <translation>圖片的這一部分並不存在：{cause}</translation>
    </message>
    <message>
        <source>{size:,} characters are too many to be read cell by cell</source>
        <translation>{size:,}個字符太多，無法逐格讀取</translation>
    </message>
    <message>
        <source>a bracket is opened and never closed</source>
        <translation>有一個括號沒有閉合</translation>
    </message>
    <message>
        <source>some of the numbers were left out (…) when they were printed: print all of them</source>
        <translation>列印時省略了一部分數（…）：請將它們全部列印出來</translation>
    </message>
    <message>
        <source>the brackets are nested more than {most} deep</source>
        <translation>括號巢狀超過了{most}層</translation>
    </message>
    <message>
        <source>the weights are divided by zero, or all of them multiplied by it</source>
        <translation>權重被零除，或全部乘以了零</translation>
    </message>
    <message>
        <source>this is no table of numbers: a quotation mark is never closed</source>
        <translation>這不是數字表格：有一個引號沒有閉合</translation>
    </message>
    <message>
        <source>the numbers stand in too many brackets: rows, columns and channels can be read</source>
        <translation>數字外的括號層數太多：可以讀取列、行和通道</translation>
    </message>
    <message>
        <source>the embedded picture has more than {most:,} pixels</source>
        <translation>存入的圖片超過 {most:,} 像素</translation>
    </message>
    <message>
        <source>{name} {number} is not a whole number</source>
        <translation>{name} {number} 不是整數</translation>
    </message>
    <message>
        <source>{name} {number} is not from {low:.10g} to {high:.10g}</source>
        <translation>{name} {number} 不在 {low:.10g} 到 {high:.10g} 之間</translation>
    </message>
    <message>
        <source>{name} {number} is too near to 0: at least {least:g} away from it would do</source>
        <translation>{name} {number} 離 0 太近：至少要相差 {least:g}</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>另一個程式正在使用它</translation>
    </message>
    <message>
        <source>its disk or device is not there any more</source>
        <translation>它所在的磁碟或裝置已不存在</translation>
    </message>
    <message>
        <source>there is a file of this name already</source>
        <translation>已有同名檔案</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>資料夾不是空的</translation>
    </message>
    <message>
        <source>it is a link that leads back to itself</source>
        <translation>它是指回自身的連結</translation>
    </message>
    <message>
        <source>the system knows no such name or place</source>
        <translation>系統不認得這個名稱或位置</translation>
    </message>
    <message>
        <source>its disk does not answer</source>
        <translation>它所在的磁碟沒有回應</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>記憶體不足</translation>
    </message>
    <message>
        <source>the system refuses it: {reason} (error {number})</source>
        <translation>系統拒絕：{reason}（錯誤 {number}）</translation>
    </message>
    <message>
        <source>this is no JSON, or it is damaged, at line {line}, character {place}</source>
        <translation>這不是 JSON，或已損毀：第 {line} 列第 {place} 個字元</translation>
    </message>
    <message>
        <source>this is no JSON that describes a kernel</source>
        <translation>這不是描述卷積核的 JSON</translation>
    </message>
    <message>
        <source>it holds {name}; no number may be so large</source>
        <translation>其中有 {name}；沒有數可以這麼大</translation>
    </message>
    <message>
        <source>What you choose here cannot be kept in {path}.</source>
        <translation>此處的選擇無法儲存到 {path}。</translation>
    </message>
    <message>
        <source>The settings in {path} are damaged; ConvViz uses what it can read of them.</source>
        <translation>{path} 中的設定已損毀；ConvViz 使用其中能讀取的部分。</translation>
    </message>
    <message>
        <source>The settings in {path} are of a newer ConvViz; this one uses what it knows of them.</source>
        <translation>{path} 中的設定來自較新的 ConvViz；本版本使用其中認得的部分。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({reason}); ConvViz starts with those of the first time, and keeps no new ones.</source>
        <translation>無法讀取 {path} 中的設定（{reason}）；ConvViz 以初始設定啟動，且不儲存新的設定。</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>The part of the picture that is filmed</source>
        <translation>圖片中要展示的區域</translation>
    </message>
    <message>
        <source>Drag a rectangle, or click a place; Esc closes</source>
        <translation>拖曳出一個矩形，或按一下某處；按 Esc 關閉</translation>
    </message>
</context>
<context>
    <name>ResizeDialog</name>
    <message>
        <source>Resize</source>
        <translation>調整大小</translation>
    </message>
    <message>
        <source>Keep the proportions</source>
        <translation>保持寬高比</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列數</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>行數</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Each new pixel is a copy of the one that lies below its middle.</source>
        <translation>每個新像素複製其中心所在的原像素。</translation>
    </message>
    <message>
        <source>Each new pixel is the mean of the area that it covers.</source>
        <translation>每個新像素是它涵蓋區域的平均值。</translation>
    </message>
    <message>
        <source>A weighted mean: neighbours count less the farther away they are.</source>
        <translation>加權平均：相鄰像素越遠，權重越小。</translation>
    </message>
    <message>
        <source>Cubic weights, some below 0: sharper, and edges may overshoot.</source>
        <translation>三次函數權重，部分小於 0：更清晰，邊緣可能過衝。</translation>
    </message>
    <message>
        <source>Sinc weights over six pixels: sharpest, and edges may ring.</source>
        <translation>橫跨六個像素的 sinc 權重：最清晰，邊緣可能出現振鈴。</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>What this number was computed from</source>
        <translation>這個數是怎麼算出來的</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>The X</source>
        <translation>X 圖案</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>邊緣</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>條紋</translation>
    </message>
    <message>
        <source>A five</source>
        <translation>數字 5</translation>
    </message>
    <message>
        <source>Mug</source>
        <translation>馬克杯</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>遊樂場</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>書頁</translation>
    </message>
    <message>
        <source>Fruit</source>
        <translation>水果</translation>
    </message>
    <message>
        <source>Lake, large</source>
        <translation>大幅湖景</translation>
    </message>
    <message>
        <source>Colour patch</source>
        <translation>彩色小塊</translation>
    </message>
</context>
<context>
    <name>SamplesPopup</name>
    <message>
        <source>Samples</source>
        <translation>範例</translation>
    </message>
    <message>
        <source>New picture…</source>
        <translation>新增圖片…</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Stage settings</source>
        <translation>各階段的設定</translation>
    </message>
</context>
<context>
    <name>ShiftPanel</name>
    <message>
        <source>{count} px</source>
        <translation>{count} 像素</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>向右</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋轉</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>恢復原樣</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Editing pixels</source>
        <translation>編輯像素</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>逐步</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Arrow keys, Tab</source>
        <translation>方向鍵、Tab</translation>
    </message>
    <message>
        <source>move between weights</source>
        <translation>在權重之間移動</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>數字鍵</translation>
    </message>
    <message>
        <source>type a weight; Enter takes it, Esc keeps the old one</source>
        <translation>輸入權重；Enter 確認，Esc 保留原值</translation>
    </message>
    <message>
        <source>Wheel, drag</source>
        <translation>滾輪、拖曳</translation>
    </message>
    <message>
        <source>change a weight; with Ctrl by 0.1</source>
        <translation>改變權重；按住 Ctrl 每次 0.1</translation>
    </message>
    <message>
        <source>copy and paste the kernel as a table</source>
        <translation>以表格形式複製與貼上卷積核</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向鍵</translation>
    </message>
    <message>
        <source>move the pointed cell</source>
        <translation>移動所指的格子</translation>
    </message>
    <message>
        <source>Enter, click</source>
        <translation>Enter、按一下</translation>
    </message>
    <message>
        <source>pin the cell</source>
        <translation>釘選該格子</translation>
    </message>
    <message>
        <source>keep this result, to compare others with it</source>
        <translation>保留這個結果，以便與其他結果比較</translation>
    </message>
    <message>
        <source>← and →, on the line</source>
        <translation>在線上按 ← 與 →</translation>
    </message>
    <message>
        <source>more of the kept result, or of the present one</source>
        <translation>多顯示保留的結果，或目前的結果</translation>
    </message>
    <message>
        <source>+ and −, wheel</source>
        <translation>+ 與 −、滾輪</translation>
    </message>
    <message>
        <source>zoom all stages</source>
        <translation>縮放所有階段</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖曳</translation>
    </message>
    <message>
        <source>move all stages</source>
        <translation>移動所有階段</translation>
    </message>
    <message>
        <source>freeze a live picture, and go on</source>
        <translation>定格即時畫面，再按繼續</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>show all cards again; end a live picture</source>
        <translation>重新顯示所有卡片；結束即時畫面</translation>
    </message>
    <message>
        <source>show all cards again</source>
        <translation>重新顯示所有卡片</translation>
    </message>
    <message>
        <source>edit pixels, and stop it</source>
        <translation>開始或結束編輯像素</translation>
    </message>
    <message>
        <source>draw with the pencil</source>
        <translation>用鉛筆繪製</translation>
    </message>
    <message>
        <source>Right button, Alt+click</source>
        <translation>右鍵、Alt+按一下</translation>
    </message>
    <message>
        <source>pick a value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Arrow keys, Tab, Enter</source>
        <translation>方向鍵、Tab、Enter</translation>
    </message>
    <message>
        <source>go from cell to cell</source>
        <translation>在單元格之間移動</translation>
    </message>
    <message>
        <source>Digits, F2</source>
        <translation>數字鍵、F2</translation>
    </message>
    <message>
        <source>type a value; Enter takes it, Esc keeps the old one</source>
        <translation>輸入數值；Enter 確認，Esc 保留原值</translation>
    </message>
    <message>
        <source>draw the framed cell</source>
        <translation>繪製選取的單元格</translation>
    </message>
    <message>
        <source>make it 0</source>
        <translation>設為 0</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滾輪</translation>
    </message>
    <message>
        <source>stop editing pixels</source>
        <translation>結束編輯像素</translation>
    </message>
    <message>
        <source>play and pause</source>
        <translation>播放與暫停</translation>
    </message>
    <message>
        <source>one step back, one step on</source>
        <translation>後退一步、前進一步</translation>
    </message>
    <message>
        <source>to the beginning, to the end</source>
        <translation>到開頭、到結尾</translation>
    </message>
    <message>
        <source>faster, slower</source>
        <translation>加快、減慢</translation>
    </message>
    <message>
        <source>play over and over</source>
        <translation>循環播放</translation>
    </message>
    <message>
        <source>pin the output on show; again: unpin</source>
        <translation>釘選目前的輸出；再按取消釘選</translation>
    </message>
    <message>
        <source>press the focused button</source>
        <translation>按下焦點所在的按鈕</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>按一下</translation>
    </message>
    <message>
        <source>go to an output cell</source>
        <translation>前往一個輸出格子</translation>
    </message>
    <message>
        <source>Double click, F2</source>
        <translation>按兩下、F2</translation>
    </message>
    <message>
        <source>change a pixel of a small picture</source>
        <translation>修改小圖片的像素</translation>
    </message>
    <message>
        <source>Ctrl+wheel, Alt+drag</source>
        <translation>Ctrl+滾輪、Alt+拖曳</translation>
    </message>
    <message>
        <source>change a pixel step by step</source>
        <translation>逐步改變像素</translation>
    </message>
    <message>
        <source>draw on the paper</source>
        <translation>在紙上書寫</translation>
    </message>
    <message>
        <source>[ and ], wheel</source>
        <translation>[ 與 ]，滾輪</translation>
    </message>
    <message>
        <source>thinner, thicker</source>
        <translation>更細、更粗</translation>
    </message>
    <message>
        <source>an empty paper</source>
        <translation>清空紙面</translation>
    </message>
    <message>
        <source>move between maps</source>
        <translation>在特徵圖之間移動</translation>
    </message>
    <message>
        <source>go into a map, from value to value</source>
        <translation>進入特徵圖，逐值移動</translation>
    </message>
    <message>
        <source>Double click, Shift+Enter</source>
        <translation>按兩下，Shift+Enter</translation>
    </message>
    <message>
        <source>show a map large</source>
        <translation>放大顯示特徵圖</translation>
    </message>
    <message>
        <source>back to the number before</source>
        <translation>回到上一個數</translation>
    </message>
    <message>
        <source>out of the map</source>
        <translation>離開特徵圖</translation>
    </message>
    <message>
        <source>Drag, on a histogram</source>
        <translation>拖曳直方圖</translation>
    </message>
    <message>
        <source>choose the darkest and the brightest value</source>
        <translation>選擇最暗和最亮的值</translation>
    </message>
    <message>
        <source>Presenter mode</source>
        <translation>簡報模式</translation>
    </message>
    <message>
        <source>next cell, step or layer; the one before</source>
        <translation>下一格、下一步或下一層；上一個</translation>
    </message>
    <message>
        <source>a black screen, and back</source>
        <translation>黑畫面，再按恢復</translation>
    </message>
    <message>
        <source>as it was before</source>
        <translation>恢復原來的樣子</translation>
    </message>
    <message>
        <source>the page before and the next one of a file</source>
        <translation>檔案的上一頁和下一頁</translation>
    </message>
</context>
<context>
    <name>SizeForm</name>
    <message>
        <source>Rows</source>
        <translation>列數</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>行數</translation>
    </message>
    <message>
        <source>Divisor</source>
        <translation>除數</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>The sum of the products is divided by this number</source>
        <translation>乘積之和再除以這個數</translation>
    </message>
    <message>
        <source>This number is added to every result</source>
        <translation>每個結果都加上這個數</translation>
    </message>
</context>
<context>
    <name>SizeWords</name>
    <message>
        <source>{rule} adds nothing</source>
        <translation>{rule}不增加像素</translation>
    </message>
    <message>
        <source>{rule} adds 1 pixel on every side</source>
        <translation>{rule}在每邊增加 1 個像素</translation>
    </message>
    <message>
        <source>{rule} adds {n} pixels on every side</source>
        <translation>{rule}在每邊增加 {n} 個像素</translation>
    </message>
    <message>
        <source>“same”</source>
        <translation>「same」</translation>
    </message>
    <message>
        <source>“full”</source>
        <translation>「full」</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填補</translation>
    </message>
    <message>
        <source>the stride drops {what}</source>
        <translation>因步幅捨去 {what}</translation>
    </message>
    <message>
        <source>pooling drops {what}</source>
        <translation>池化捨去 {what}</translation>
    </message>
    <message>
        <source>a last window that would see only padding is left out</source>
        <translation>最後一個窗口只會看到填補，不計入</translation>
    </message>
    <message>
        <source>pooling keeps the incomplete windows at the end</source>
        <translation>池化保留末端不完整的窗口</translation>
    </message>
    <message>
        <source> and </source>
        <translation>與</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 列</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>nothing is dropped</source>
        <translation>沒有捨去任何像素</translation>
    </message>
    <message>
        <source>“same”: o = ⌈i / s⌉; rows {rows}, columns {columns}</source>
        <translation>「same」：o = ⌈i / s⌉；列 {rows}，行 {columns}</translation>
    </message>
    <message>
        <source>dilation spreads the kernel over rows: k_eff = {sum}</source>
        <translation>擴張率撐開卷積核，縱向涵蓋的列數：k_eff = {sum}</translation>
    </message>
    <message>
        <source>dilation spreads the kernel over columns: k_eff = {sum}</source>
        <translation>擴張率撐開卷積核，橫向涵蓋的行數：k_eff = {sum}</translation>
    </message>
    <message>
        <source>the stride jumps over {what} between two windows</source>
        <translation>步幅在兩個窗口之間跳過 {what}</translation>
    </message>
    <message>
        <source>{rule} adds {amounts} (top|bottom × left|right)</source>
        <translation>{rule}增加 {amounts}（上|下 × 左|右）</translation>
    </message>
    <message>
        <source>{rule} adds {amounts}</source>
        <translation>{rule}增加 {amounts}</translation>
    </message>
    <message>
        <source>pooling: padding {amounts} (top|bottom × left|right)</source>
        <translation>池化：填補 {amounts}（上|下 × 左|右）</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Row {row}, column {column}: {value}</source>
        <translation>第 {row} 列，第 {column} 行：{value}</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>Switched off. Click to choose a function.</source>
        <translation>未啟用。按一下選擇函數。</translation>
    </message>
    <message>
        <source>{stage}, picture of the values</source>
        <translation>{stage}，值的影像</translation>
    </message>
    <message>
        <source>{stage}, colour bar and histogram</source>
        <translation>{stage}，色彩條與直方圖</translation>
    </message>
    <message>
        <source>Keep this result, to compare others with it (K)</source>
        <translation>保留這個結果，以便與其他結果比較（K）</translation>
    </message>
    <message>
        <source>Show this stage alone (Esc returns)</source>
        <translation>只顯示這個階段（按 Esc 返回）</translation>
    </message>
    <message>
        <source>More about this stage</source>
        <translation>這個階段的更多選項</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>色彩範圍</translation>
    </message>
    <message>
        <source>Keep this result</source>
        <translation>保留這個結果</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>複製圖片</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Fit to the card</source>
        <translation>符合卡片大小</translation>
    </message>
    <message>
        <source>One screen pixel per value</source>
        <translation>每個值佔一個螢幕像素</translation>
    </message>
    <message>
        <source>Zoomed out: exact values</source>
        <translation>縮小時：精確值</translation>
    </message>
    <message>
        <source>Zoomed out: averages</source>
        <translation>縮小時：平均值</translation>
    </message>
    <message>
        <source>Values from 0 to 1</source>
        <translation>值從 0 到 1</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Symmetric, every value inside</source>
        <translation>對稱，包含所有的值</translation>
    </message>
    <message>
        <source>Fixed…</source>
        <translation>固定…</translation>
    </message>
    <message>
        <source>Smallest to largest value</source>
        <translation>最小值到最大值</translation>
    </message>
    <message>
        <source>1 % to 99 % of the values</source>
        <translation>值的 1 % 至 99 %</translation>
    </message>
    <message>
        <source>Every possible value</source>
        <translation>所有可能的值</translation>
    </message>
    <message>
        <source>Export for slides and print…</source>
        <translation>匯出用於投影片和列印…</translation>
    </message>
    <message>
        <source>Copy picture, on white, in size</source>
        <translation>依倍數複製圖片（白色背景）</translation>
    </message>
    <message>
        <source>{stage}: {help}</source>
        <comment>what a button does, for screen readers</comment>
        <translation>{stage}：{help}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Or start from a sample</source>
        <translation>或者從範例開始</translation>
    </message>
    <message>
        <source>New picture…</source>
        <translation>新增圖片…</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的檔案</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清除清單</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Operation</source>
        <translation>運算</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷積</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>互相關</translation>
    </message>
    <message>
        <source>stride {stride}</source>
        <translation>步幅 {stride}</translation>
    </message>
    <message>
        <source>dilation {dilation}</source>
        <translation>擴張率 {dilation}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Pooled ({row}, {column})</source>
        <translation>池化 ({row}, {column})</translation>
    </message>
    <message>
        <source>rows {top} to {bottom}, columns {left} to {right}</source>
        <translation>第 {top} 至 {bottom} 列，第 {left} 至 {right} 行</translation>
    </message>
    <message>
        <source>Output ({row}, {column})</source>
        <translation>輸出 ({row}, {column})</translation>
    </message>
    <message>
        <source>input rows {top} to {bottom}, columns {left} to {right}</source>
        <translation>輸入第 {top} 至 {bottom} 列，第 {left} 至 {right} 行</translation>
    </message>
    <message>
        <source>A perfect match: no sum can be larger.</source>
        <translation>完全吻合：不會有更大的和。</translation>
    </message>
    <message>
        <source>Part of the window lies in the padding.</source>
        <translation>窗口的一部分在填補裡。</translation>
    </message>
    <message>
        <source>Every product is 0.</source>
        <translation>每個乘積都是 0。</translation>
    </message>
    <message>
        <source>A flat area: what is added is taken away again.</source>
        <translation>平坦區域：加上的又被減掉了。</translation>
    </message>
    <message>
        <source>With this padding the output is W · input plus a constant, which no W can bring in.</source>
        <translation>採用這種填補時，輸出是 W · 輸入再加一個常數，而單靠 W 得不到這個常數。</translation>
    </message>
    <message>
        <source>W is drawn for pictures of up to 4,096 values: a larger one could not be read.</source>
        <translation>影像不超過 4,096 個值時才畫出 W：再大就看不清了。</translation>
    </message>
    <message>
        <source>rows {top} to {bottom}, columns {left} to {right} of {shape}</source>
        <translation>{shape} 中的第 {top} 至 {bottom} 列，第 {left} 至 {right} 行</translation>
    </message>
    <message>
        <source>({top}, {left}) to ({bottom}, {right})</source>
        <translation>({top}, {left}) 至 ({bottom}, {right})</translation>
    </message>
    <message>
        <source>How large will the output be, rows × columns?</source>
        <translation>輸出會有多大，列 × 行？</translation>
    </message>
    <message>
        <source>W has a row for every output: it would give the answer away.</source>
        <translation>W 的每一列對應一個輸出：它會洩漏答案。</translation>
    </message>
    <message>
        <source>What will pooled ({row}, {column}) be?</source>
        <translation>池化 ({row}, {column}) 會是多少？</translation>
    </message>
    <message>
        <source>What will output ({row}, {column}) be?</source>
        <translation>輸出 ({row}, {column}) 會是多少？</translation>
    </message>
    <message>
        <source>output ({row}, {column})</source>
        <translation>輸出 ({row}, {column})</translation>
    </message>
    <message>
        <source>Both sums are {value}.</source>
        <translation>兩個和都是 {value}。</translation>
    </message>
    <message>
        <source>The sums differ by {difference}.</source>
        <translation>兩個和相差 {difference}。</translation>
    </message>
    <message>
        <source>The sums differ by {difference}; they run from {low} to {high}.</source>
        <translation>兩個和相差 {difference}；和的範圍是 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>The sums differ by {difference}, not {difference}-fold: they run from {low} to {high}.</source>
        <translation>兩個和相差 {difference}，而不是相差 {difference} 倍：和的範圍是 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation>第 {n} 列</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>就位</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>寫入</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選取</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>收集</translation>
    </message>
    <message>
        <source>{sign} bias {bias} = {value}</source>
        <translation>{sign} 偏置 {bias} = {value}</translation>
    </message>
    <message>
        <source>{total} / {n} taps = {mean}</source>
        <translation>{total} / {n} 個值 = {mean}</translation>
    </message>
</context>
<context>
    <name>StepExamples</name>
    <message>
        <source>The X, diagonal kernel</source>
        <translation>X 圖案，對角線卷積核</translation>
    </message>
    <message>
        <source>The X, anti-diagonal kernel</source>
        <translation>X 圖案，反對角線卷積核</translation>
    </message>
    <message>
        <source>The X, small X kernel</source>
        <translation>X 圖案，小 X 卷積核</translation>
    </message>
    <message>
        <source>The X with padding 1</source>
        <translation>X 圖案，填補 1</translation>
    </message>
    <message>
        <source>The X with stride 2</source>
        <translation>X 圖案，步幅 2</translation>
    </message>
    <message>
        <source>The X with dilation 2</source>
        <translation>X 圖案，擴張率 2</translation>
    </message>
    <message>
        <source>ReLU, max pooling, rounded down</source>
        <translation>ReLU、最大池化，無條件捨去</translation>
    </message>
    <message>
        <source>ReLU, max pooling, rounded up</source>
        <translation>ReLU、最大池化，無條件進位</translation>
    </message>
    <message>
        <source>An edge, as correlation</source>
        <translation>邊緣，互相關</translation>
    </message>
    <message>
        <source>An edge, as convolution</source>
        <translation>邊緣，卷積</translation>
    </message>
    <message>
        <source>Stripes, edge kernel</source>
        <translation>條紋，邊緣卷積核</translation>
    </message>
    <message>
        <source>The outline of a mug</source>
        <translation>馬克杯的輪廓</translation>
    </message>
    <message>
        <source>A colour patch</source>
        <translation>一小塊彩色圖</translation>
    </message>
    <message>
        <source>A 3×3 diagonal slides over a 9×9 X of −1 and 1. Where the window looks exactly like the kernel, all nine products are 1 and the sum is 9.</source>
        <translation>3×3 的對角線在由 −1 和 1 組成的 9×9 X 圖案上滑動。窗口與卷積核完全一樣時，九個乘積都是 1，總和為 9。</translation>
    </message>
    <message>
        <source>Where the window looks like the kernel, the sum is 9.</source>
        <translation>窗口與卷積核一樣時，總和為 9。</translation>
    </message>
    <message>
        <source>The other diagonal: now the arms from top right to bottom left score 9, at (1, 5) for one, and the main diagonal scores low.</source>
        <translation>換成另一條對角線：現在從右上到左下的筆畫得 9，例如在 (1, 5)，而主對角線得分很低。</translation>
    </message>
    <message>
        <source>Now the other arms of the X score 9.</source>
        <translation>現在 X 的另外兩臂得 9。</translation>
    </message>
    <message>
        <source>A small X as the kernel: only the crossing in the middle is a perfect match, 9 at (3, 3).</source>
        <translation>以小 X 作為卷積核：只有中間的交叉處完全吻合，在 (3, 3) 得 9。</translation>
    </message>
    <message>
        <source>Only the crossing in the middle matches: 9 at (3, 3).</source>
        <translation>只有中間的交叉處吻合：(3, 3) 得 9。</translation>
    </message>
    <message>
        <source>A ring of zeros lets the window start outside, so the output is 9×9 like the input. A 0 adds nothing to a sum, which is why the rim is pale.</source>
        <translation>外面加一圈零，窗口可以從圖外開始，所以輸出和輸入一樣是 9×9。加上 0 並不改變總和，因此邊緣顏色較淺。</translation>
    </message>
    <message>
        <source>With a ring of zeros the output stays 9×9.</source>
        <translation>加一圈零，輸出仍是 9×9。</translation>
    </message>
    <message>
        <source>The window moves two pixels at a time: 7×7 becomes 4×4. No sum is new, every other one is left out.</source>
        <translation>窗口每次移動兩個像素：7×7 變成 4×4。沒有新的結果，只是每隔一個取一個。</translation>
    </message>
    <message>
        <source>Two pixels at a time: 7×7 becomes 4×4.</source>
        <translation>每次兩個像素：7×7 變成 4×4。</translation>
    </message>
    <message>
        <source>The nine taps stand two pixels apart and reach over 5×5 pixels, still with nine products. The output shrinks to 5×5.</source>
        <translation>九個權重相隔兩個像素，涵蓋 5×5 像素，乘積仍是九個。輸出縮小為 5×5。</translation>
    </message>
    <message>
        <source>Nine taps, two pixels apart, reach over 5×5.</source>
        <translation>九個權重相隔兩個像素，涵蓋 5×5。</translation>
    </message>
    <message>
        <source>ReLU makes negative sums 0. Then the largest of every 2×2 cells is kept: 7 / 2 is rounded down to 3, so the last row and column are dropped.</source>
        <translation>ReLU 將負的總和變成 0，接著每 2×2 個格子保留最大的一個：7 / 2 捨去小數為 3，所以最後一列與最後一行被捨去。</translation>
    </message>
    <message>
        <source>7 / 2 rounded down: 3×3, the last row is dropped.</source>
        <translation>7 / 2 無條件捨去：3×3，最後一列被捨去。</translation>
    </message>
    <message>
        <source>The same with 7 / 2 rounded up to 4: the last windows reach over the rim and take what is there. Frameworks differ here, so always say which rule is meant.</source>
        <translation>同樣的計算，但 7 / 2 進位為 4：最後的窗口超出邊界，只取邊界以內的值。各框架的做法不同，所以務必說明用的是哪一條規則。</translation>
    </message>
    <message>
        <source>7 / 2 rounded up: 4×4, nothing is dropped.</source>
        <translation>7 / 2 無條件進位：4×4，什麼也不捨去。</translation>
    </message>
    <message>
        <source>Left half 10, right half 0. The kernel subtracts what is right from what is left: 30 at the edge, 0 where nothing changes. CNN layers compute it this way.</source>
        <translation>左半是 10，右半是 0。卷積核以左邊減去右邊：邊緣處是 30，沒有變化的地方是 0。CNN 的層就是這樣計算的。</translation>
    </message>
    <message>
        <source>Left minus right: 0 30 30 0.</source>
        <translation>左減右：0 30 30 0。</translation>
    </message>
    <message>
        <source>The same picture and kernel, but true convolution turns the kernel by 180° first: 30 becomes −30.</source>
        <translation>影像與卷積核相同，但真正的卷積會先將卷積核旋轉 180°：30 變成 −30。</translation>
    </message>
    <message>
        <source>The kernel is turned first: 0 −30 −30 0.</source>
        <translation>先旋轉卷積核：0 −30 −30 0。</translation>
    </message>
    <message>
        <source>A dark stripe on bright ground: its left edge gives 30, its right edge −30. The sign tells which side is brighter.</source>
        <translation>亮底上的一條暗紋：左邊緣得 30，右邊緣得 −30。正負號說明哪一側較亮。</translation>
    </message>
    <message>
        <source>From bright to dark 30, from dark to bright −30.</source>
        <translation>由亮到暗是 30，由暗到亮是 −30。</translation>
    </message>
    <message>
        <source>The same kernel on a part of a photo, the left rim of the mug: large values only along the outline, flat areas nearly cancel out.</source>
        <translation>同一個卷積核用在照片的一部分，也就是馬克杯的左緣：只有沿著輪廓的值很大，平坦區域幾乎相互抵消。</translation>
    </message>
    <message>
        <source>On a photo, only outlines remain.</source>
        <translation>在照片上，只留下輪廓。</translation>
    </message>
    <message>
        <source>Three windows, one for each colour, and one sum: at the edge red gives 480, green 0 and blue −360, together 120. So a colour picture still makes one map.</source>
        <translation>三個窗口，每種顏色一個，合成一個總和：在邊緣處，紅得 480，綠得 0，藍得 −360，合計 120。所以彩色影像仍然只產生一張特徵圖。</translation>
    </message>
    <message>
        <source>Red 480, green 0, blue −360: one sum, 120.</source>
        <translation>紅 480，綠 0，藍 −360：合成一個總和 120。</translation>
    </message>
    <message>
        <source>What the Lab shows, cell by cell: choose another kernel or other settings there.</source>
        <translation>逐格展示實驗室中的內容：可在那裡選擇其他卷積核或設定。</translation>
    </message>
    <message>
        <source>What the Lab shows, cell by cell.</source>
        <translation>逐格展示實驗室中的內容。</translation>
    </message>
</context>
<context>
    <name>StepLessons</name>
    <message>
        <source>Example</source>
        <translation>範例</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>The picture of this example cannot be read.</source>
        <translation>無法讀取這個範例的圖片。</translation>
    </message>
    <message>
        <source>Cells of the convolution can be pinned, pooled ones cannot.</source>
        <translation>可以釘選卷積的格子，不能釘選池化的格子。</translation>
    </message>
    <message>
        <source>Go to ({row}, {column})</source>
        <translation>前往 ({row}, {column})</translation>
    </message>
    <message>
        <source>Pin as A</source>
        <translation>釘選為 A</translation>
    </message>
    <message>
        <source>Pin as B</source>
        <translation>釘選為 B</translation>
    </message>
    <message>
        <source>Space: play  ·  ← →: step  ·  F1: all shortcuts</source>
        <translation>空白鍵：播放  ·  ← →：單步  ·  F1：所有快速鍵</translation>
    </message>
    <message>
        <source>The output has no cell ({row}, {column}) any more. The film starts over.</source>
        <translation>輸出中已沒有格子 ({row}, {column})。動畫從頭開始。</translation>
    </message>
    <message>
        <source>No window is centred in this part of the picture. Choose another one.</source>
        <translation>圖片的這個區域中沒有窗口的中心。請選擇另一個區域。</translation>
    </message>
</context>
<context>
    <name>StepPixels</name>
    <message>
        <source>Pixel</source>
        <translation>像素</translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Steps of the preparation</source>
        <translation>前處理的步驟</translation>
    </message>
</context>
<context>
    <name>SumCard</name>
    <message>
        <source>output {cell}</source>
        <translation>輸出 {cell}</translation>
    </message>
    <message>
        <source>The sum, written out</source>
        <translation>完整的算式</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy the whole sum as one line of text</source>
        <translation>將整個算式複製為單行文字</translation>
    </message>
</context>
<context>
    <name>SumLine</name>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>shown value</source>
        <translation>顯示的值</translation>
    </message>
</context>
<context>
    <name>SumView</name>
    <message>
        <source>The terms of the sum and its running total</source>
        <translation>各項與累加和</translation>
    </message>
    <message>
        <source>place in the map, and the largest so far</source>
        <translation>特徵圖中的位置，以及目前的最大值</translation>
    </message>
    <message>
        <source>place in the window, and the sum so far</source>
        <translation>窗口中的位置，以及目前的累加和</translation>
    </message>
</context>
<context>
    <name>SwitchTitle</name>
    <message>
        <source>Why this number?</source>
        <translation>為什麼是這個數？</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>輸出尺寸</translation>
    </message>
    <message>
        <source>What is explained</source>
        <translation>解釋什麼</translation>
    </message>
</context>
<context>
    <name>Symbols</name>
    <message>
        <source>⌊ ⌋ rounds down: cells that do not fill a window are dropped.</source>
        <translation>⌊ ⌋ 表示無條件捨去：不足一個窗口的格子被捨去。</translation>
    </message>
    <message>
        <source>k is the size of the pooling window: {number}.</source>
        <translation>k 是池化窗口的大小：{number}。</translation>
    </message>
    <message>
        <source>⌈ ⌉ rounds up: a window that is not full counts too.</source>
        <translation>⌈ ⌉ 表示無條件進位：不完整的窗口也計入。</translation>
    </message>
    <message>
        <source>i is the size of what is read, without padding: {number}.</source>
        <translation>i 是輸入的大小，不含填補：{number}。</translation>
    </message>
    <message>
        <source>p₁ is the padding before it, above or on the left: {number}.</source>
        <translation>p₁ 是前面的填補，即上方或左邊：{number}。</translation>
    </message>
    <message>
        <source>p₂ is the padding after it, below or on the right: {number}.</source>
        <translation>p₂ 是後面的填補，即下方或右邊：{number}。</translation>
    </message>
    <message>
        <source>k is the size of the kernel: {number}.</source>
        <translation>k 是卷積核的大小：{number}。</translation>
    </message>
    <message>
        <source>k_eff is how far the kernel reaches with its dilation: {number}.</source>
        <translation>k_eff 是卷積核依擴張率撐開後涵蓋的長度：{number}。</translation>
    </message>
    <message>
        <source>s is the stride, how far the window moves each time: {number}.</source>
        <translation>s 是步幅，即窗口每次移動多遠：{number}。</translation>
    </message>
    <message>
        <source>1 is the window at the beginning, before the first move.</source>
        <translation>1 是起始位置的窗口，還沒有移動。</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
    <message>
        <source>{millions} megapixels</source>
        <translation>{ten_thousands} 萬像素</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Drag to any output cell; arrow keys step, Home and End go to the ends</source>
        <translation>拖曳到任一輸出格子；方向鍵單步，Home 與 End 到兩端</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>Train again</source>
        <translation>重新訓練</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation>訓練網路</translation>
    </message>
    <message>
        <source>How much of the training is done</source>
        <translation>訓練完成了多少</translation>
    </message>
    <message>
        <source>Loss and accuracy are drawn here when the first epoch is over.</source>
        <translation>第一個週期結束後，這裡會畫出損失與準確率。</translation>
    </message>
    <message>
        <source>You may close this window; the training goes on.</source>
        <translation>可以關閉這個視窗；訓練會繼續。</translation>
    </message>
    <message>
        <source>Stop and keep the best epoch</source>
        <translation>停止並保留最佳週期</translation>
    </message>
    <message>
        <source>Possible as soon as the first epoch is over</source>
        <translation>第一個週期結束後才可用</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>End the training; nothing of it is kept</source>
        <translation>結束訓練；不保留任何結果</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Open it on the page</source>
        <translation>在頁面中開啟</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <source>MNIST’s digits are needed: choose mnist.npz, or download it under “What it misreads”.</source>
        <translation>需要 MNIST 的數字：選擇 mnist.npz，或在「哪些辨識錯了」中下載。</translation>
    </message>
    <message>
        <source>MNIST’s file (mnist.npz) is needed.</source>
        <translation>需要 MNIST 檔案（mnist.npz）。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>訓練方案</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>週期數</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>隨機種子</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>教學</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>How often the network sees all training digits</source>
        <translation>網路將全部訓練數字看幾遍</translation>
    </message>
    <message>
        <source>The start of the random numbers: another one gives another network</source>
        <translation>隨機數的起點：換一個，得到的網路也不同</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>mnist.npz, as Keras has it; the digits are not part of ConvViz</source>
        <translation>Keras 所用的 mnist.npz；ConvViz 不包含這些數字</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>To the beginning (Home)</source>
        <translation>到開頭（Home）</translation>
    </message>
    <message>
        <source>One step back (Left arrow)</source>
        <translation>後退一步（左方向鍵）</translation>
    </message>
    <message>
        <source>One step on (Right arrow)</source>
        <translation>前進一步（右方向鍵）</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>到結尾（End）</translation>
    </message>
    <message>
        <source>Play over and over (L)</source>
        <translation>循環播放（L）</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>細節</translation>
    </message>
    <message>
        <source>Slower and faster: − and +</source>
        <translation>減慢與加快：− 與 +</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>格子</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>加總</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>乘積</translation>
    </message>
    <message>
        <source>One step a cell</source>
        <translation>每個格子一步</translation>
    </message>
    <message>
        <source>Place, multiply, add, finish, land</source>
        <translation>就位、相乘、相加、收尾、寫入</translation>
    </message>
    <message>
        <source>One product after the other</source>
        <translation>乘積逐一出現</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暫停（空白鍵）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空白鍵）</translation>
    </message>
</context>
<context>
    <name>TurnedKernel</name>
    <message>
        <source>turned, as multiplied</source>
        <translation>旋轉後，相乘用</translation>
    </message>
    <message>
        <source>The kernel turned by 180°, as it is multiplied</source>
        <translation>旋轉 180° 後的核，相乘時用的就是它</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>{number}. partial sum: {partial}
so far: {sum}</source>
        <translation>第 {number} 個部分和：{partial}
累計：{sum}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>ConvViz shows every number inside a convolution: on your own photo, step by step, and in networks that read handwritten digits.</source>
        <translation>ConvViz 展示卷積裡的每一個數：在你自己的照片上、一步一步地，以及在辨識手寫數字的網路裡。</translation>
    </message>
    <message>
        <source>New here? Start with the X (2 minutes)</source>
        <translation>第一次使用？從 X 開始（2 分鐘）</translation>
    </message>
</context>
<context>
    <name>WhyHeader</name>
    <message>
        <source>Stage</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>Keep this place while the pointer moves on</source>
        <translation>游標移開後仍停留在這裡</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this number?</source>
        <translation>為什麼是這個數？</translation>
    </message>
    <message>
        <source>Point at a value in any picture to see how it was made.</source>
        <translation>將游標移到任一圖片中的值上，看它是怎麼算出來的。</translation>
    </message>
    <message>
        <source>({row}, {column}) = {value}</source>
        <translation>({row}, {column}) = {value}</translation>
    </message>
    <message>
        <source>{stage} {short}</source>
        <translation>{stage} {short}</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>紅</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍</translation>
    </message>
    <message>
        <source>Channel {n}</source>
        <translation>通道 {n}</translation>
    </message>
    <message>
        <source>Running sum</source>
        <translation>累加和</translation>
    </message>
    <message>
        <source>Running sum, red</source>
        <translation>累加和，紅</translation>
    </message>
    <message>
        <source>Running sum, green</source>
        <translation>累加和，綠</translation>
    </message>
    <message>
        <source>Running sum, blue</source>
        <translation>累加和，藍</translation>
    </message>
    <message>
        <source>Running sum, channel {n}</source>
        <translation>累加和，通道 {n}</translation>
    </message>
    <message>
        <source>Sum of {n} products</source>
        <translation>{n} 個乘積之和</translation>
    </message>
    <message>
        <source>{n} products</source>
        <translation>{n} 個乘積</translation>
    </message>
    <message>
        <source>÷ {divisor}, + bias {bias}</source>
        <translation>÷ {divisor}，+ 偏置 {bias}</translation>
    </message>
    <message>
        <source>Sum of channels, + bias {bias}</source>
        <translation>通道之和，+ 偏置 {bias}</translation>
    </message>
    <message>
        <source>Sum of channels, ÷ {divisor}, + bias {bias}</source>
        <translation>通道之和，÷ {divisor}，+ 偏置 {bias}</translation>
    </message>
    <message>
        <source>No activation</source>
        <translation>無激活函數</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>絕對值</translation>
    </message>
    <message>
        <source>Max of {values}</source>
        <translation>{values} 的最大值</translation>
    </message>
    <message>
        <source>Mean of {values}</source>
        <translation>{values} 的平均值</translation>
    </message>
    <message>
        <source>Max of {n} values</source>
        <translation>{n} 個值的最大值</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean of {n} values</source>
        <translation>{n} 個值的平均值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 列，第 {column} 行</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填補</translation>
    </message>
    <message>
        <source>Rounded to be shown; the sum is made of the full values.</source>
        <translation>顯示的是四捨五入後的值；加總用的是完整的值。</translation>
    </message>
    <message>
        <source>0 (rounding: {left})</source>
        <translation>0（捨入誤差：{left}）</translation>
    </message>
    <message>
        <source>{n} values compared</source>
        <translation>比較 {n} 個值</translation>
    </message>
    <message>
        <source>Largest, at ({row}, {column})</source>
        <translation>最大的在 ({row}, {column})</translation>
    </message>
    <message>
        <source>Sum of {n} values</source>
        <translation>{n} 個值之和</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>products</source>
        <translation>乘積</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷積</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活函數</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>and from there</source>
        <translation>由此接著得到</translation>
    </message>
</context>
<context>
    <name>WindowFiles</name>
    <message>
        <source>Pictures and experiments ({patterns})</source>
        <translation>圖片與實驗 ({patterns})</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>圖片 ({patterns})</translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation>影片 ({patterns})</translation>
    </message>
    <message>
        <source>Experiments ({patterns})</source>
        <translation>實驗 ({patterns})</translation>
    </message>
    <message>
        <source>Networks ({patterns})</source>
        <translation>網路 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>所有檔案 ({patterns})</translation>
    </message>
    <message>
        <source>Open a picture or an experiment</source>
        <translation>開啟圖片或實驗</translation>
    </message>
    <message>
        <source>Kernels ({patterns})</source>
        <translation>卷積核 ({patterns})</translation>
    </message>
    <message>
        <source>Open a kernel</source>
        <translation>開啟卷積核</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no file.</source>
        <translation>剪貼簿中沒有圖片，也沒有檔案。</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>儲存實驗</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼上的圖片</translation>
    </message>
    <message>
        <source>Opened without {names}.</source>
        <translation>已開啟，但不含 {names}。</translation>
    </message>
    <message>
        <source>Opening {name}: {percent} % is read</source>
        <translation>正在開啟 {name}：已讀取 {percent} %</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>開啟圖片</translation>
    </message>
    <message>
        <source>The picture&apos;s file has changed since this experiment was saved.</source>
        <translation>儲存這個實驗之後，圖片檔案已被變更。</translation>
    </message>
    <message>
        <source>{names} is not there any more or no picture now: something of its size stands for it. Everything else is as you left it.</source>
        <translation>{names} 已不存在或不再是圖片：暫由同樣大小的圖案代替。其餘一切都與你離開時相同。</translation>
    </message>
    <message>
        <source>The picture&apos;s file has changed since you worked on it.</source>
        <translation>你上次使用之後，圖片檔案已被更改。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在開啟 {name}…</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>實驗</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>貼上的表格</translation>
    </message>
    <message>
        <source>{name}: {note}.</source>
        <translation>{name}：{note}。</translation>
    </message>
</context>
<context>
    <name>WindowLive</name>
    <message>
        <source>{name} is live: Space freezes it, Esc ends it. Nothing is recorded.</source>
        <translation>正在即時顯示 {name}：空白鍵定格，Esc 結束。不會錄製任何內容。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在開啟 {name}…</translation>
    </message>
</context>
<context>
    <name>WorkNote</name>
    <message>
        <source>{rows} × {columns} kernel, {percent} %</source>
        <translation>{rows} × {columns} 卷積核，{percent} %</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>{name} is still being written.</source>
        <translation>仍在寫入 {name}。</translation>
    </message>
    <message>
        <source>Writing {name}: {percent} %</source>
        <translation>正在寫入 {name}：{percent} %</translation>
    </message>
    <message>
        <source>Exported to {name}.</source>
        <translation>已匯出至 {name}。</translation>
    </message>
    <message>
        <source>{name} was not written: cancelled.</source>
        <translation>已取消，沒有寫入 {name}。</translation>
    </message>
</context>
</TS>
